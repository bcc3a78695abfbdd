<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CollectionPage</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) came</source>
        <translation>
            <numerusform>%n person came</numerusform>
            <numerusform>%n people came</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n commitment</numerusform>
            <numerusform>%n commitments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody leads %n block(s) yet.</source>
        <translation>
            <numerusform>Nobody leads %n block yet.</numerusform>
            <numerusform>Nobody leads %n blocks yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExploreView</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetBlock</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundNotes</name>
    <message numerus="yes">
        <source>%n of your notes has these words.</source>
        <translation>
            <numerusform>%n of your notes has these words.</numerusform>
            <numerusform>%n of your notes have these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message numerus="yes">
        <source>%n text(s) of other countries: see the table or a larger map.</source>
        <translation>
            <numerusform>%n text of other countries: see the table or a larger map.</numerusform>
            <numerusform>%n texts of other countries: see the table or a larger map.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n note deleted.</numerusform>
            <numerusform>%n notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken in.</source>
        <translation>
            <numerusform>%n note taken in.</numerusform>
            <numerusform>%n notes taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenText</name>
    <message numerus="yes">
        <source>Used in %n workshop(s) of yours.</source>
        <translation>
            <numerusform>Used in %n workshop of yours.</numerusform>
            <numerusform>Used in %n workshops of yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperMill</name>
    <message numerus="yes">
        <source>The folder “{name}” is ready: %n file(s).</source>
        <translation>
            <numerusform>The folder “{name}” is ready: %n file.</numerusform>
            <numerusform>The folder “{name}” is ready: %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n institution(s) more</source>
        <translation>
            <numerusform>%n institution more</numerusform>
            <numerusform>%n institutions more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Materials for %n person(s)</source>
        <translation>
            <numerusform>Materials for %n person</numerusform>
            <numerusform>Materials for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) added. Ctrl+Z takes them out.</source>
        <translation>
            <numerusform>%n block added. Ctrl+Z takes it out.</numerusform>
            <numerusform>%n blocks added. Ctrl+Z takes them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) won. Ctrl+Z goes back.</source>
        <translation>
            <numerusform>%n minute won. Ctrl+Z goes back.</numerusform>
            <numerusform>%n minutes won. Ctrl+Z goes back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) when read aloud</source>
        <translation>
            <numerusform>about %n minute when read aloud</numerusform>
            <numerusform>about %n minutes when read aloud</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message numerus="yes">
        <source>%n workshop(s)</source>
        <translation>
            <numerusform>%n workshop</numerusform>
            <numerusform>%n workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collection(s)</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new word(s) for the glossary</source>
        <translation>
            <numerusform>%n new word for the glossary</numerusform>
            <numerusform>%n new words for the glossary</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of yours stand on it</source>
        <translation>
            <numerusform>%n note of yours stands on it</numerusform>
            <numerusform>%n notes of yours stand on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message numerus="yes">
        <source>%n minute(s) won. Ctrl+Z goes back.</source>
        <translation>
            <numerusform>%n minute won. Ctrl+Z goes back.</numerusform>
            <numerusform>%n minutes won. Ctrl+Z goes back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) more would still be missing.</source>
        <translation>
            <numerusform>%n minute more would still be missing.</numerusform>
            <numerusform>%n minutes more would still be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%n text(s) chosen</source>
        <translation>
            <numerusform>%n text chosen</numerusform>
            <numerusform>%n texts chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n module</numerusform>
            <numerusform>%n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n country</numerusform>
            <numerusform>%n countries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the library cannot be read.</source>
        <translation>
            <numerusform>%n file of the library cannot be read.</numerusform>
            <numerusform>%n files of the library cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message numerus="yes">
        <source>There are %n question(s): no more can be right.</source>
        <translation>
            <numerusform>There is %n question: no more can be right.</numerusform>
            <numerusform>There are %n questions: no more can be right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) had other questions after than before: their change says little.</source>
        <translation>
            <numerusform>%n person had other questions after than before: their change says little.</numerusform>
            <numerusform>%n people had other questions after than before: their change says little.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcoming</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n module</numerusform>
            <numerusform>%n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country profile(s)</source>
        <translation>
            <numerusform>%n country profile</numerusform>
            <numerusform>%n country profiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Agreed</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
