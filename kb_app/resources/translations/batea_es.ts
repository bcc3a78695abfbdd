<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_HN" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation>Hacer un paquete…</translation>
    </message>
    <message>
        <source>Open a pack…</source>
        <translation>Abrir un paquete…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Leave Batea</source>
        <translation>Salir de Batea</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>Ir a cualquier cosa…</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Explorar</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Talleres</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Find in page</source>
        <translation>Buscar en la página</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar el siguiente</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar el anterior</translation>
    </message>
    <message>
        <source>Same place in the other language</source>
        <translation>El mismo lugar en el otro idioma</translation>
    </message>
    <message>
        <source>Both languages side by side</source>
        <translation>Los dos idiomas lado a lado</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>Marcar este lugar</translation>
    </message>
    <message>
        <source>Explain the word or source here</source>
        <translation>Explicar la palabra o la fuente de aquí</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Cómo citar</translation>
    </message>
    <message>
        <source>Copy with its reference</source>
        <translation>Copiar con su referencia</translation>
    </message>
    <message>
        <source>Copy for a chat</source>
        <translation>Copiar para un chat</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Texto al 100 %</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Pestaña siguiente</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Cerrar pestaña</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>Abrir otra vez la pestaña cerrada</translation>
    </message>
    <message>
        <source>Add a note here</source>
        <translation>Anotar aquí</translation>
    </message>
    <message>
        <source>Add a note on the section</source>
        <translation>Anotar la sección</translation>
    </message>
    <message>
        <source>Undo the last change of a note</source>
        <translation>Deshacer el último cambio de una nota</translation>
    </message>
    <message>
        <source>Show or hide the contents</source>
        <translation>Mostrar u ocultar el contenido</translation>
    </message>
    <message>
        <source>Show or hide the notes</source>
        <translation>Mostrar u ocultar las notas</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Larger interface</source>
        <translation>Interfaz más grande</translation>
    </message>
    <message>
        <source>Smaller interface</source>
        <translation>Interfaz más pequeña</translation>
    </message>
    <message>
        <source>Menus in Spanish</source>
        <translation>Menús en español</translation>
    </message>
    <message>
        <source>Menus in English</source>
        <translation>Menús en inglés</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translation>Ayuda y atajos</translation>
    </message>
    <message>
        <source>About Batea</source>
        <translation>Acerca de Batea</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Batea copies your data when it starts and every half hour of work, and checks each copy. Going back to one never loses what there is now: it is kept as a backup too.</source>
        <translation>Batea copia sus datos al empezar y cada media hora de trabajo, y revisa cada copia. Volver a una nunca pierde lo que hay ahora: también queda guardado como copia.</translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation>Volver a esta</translation>
    </message>
    <message>
        <source>Make one now</source>
        <translation>Hacer una ahora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>There is none yet: one is made at the next note.</source>
        <translation>Todavía no hay: se hace una con la próxima nota.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Volver a los resultados</translation>
    </message>
    <message>
        <source>Comparison of cases</source>
        <translation>Comparación de casos</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>About this text</source>
        <translation>Sobre este texto</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>About this text</source>
        <translation>Sobre este texto</translation>
    </message>
    <message>
        <source>Choose a result to see it at a glance.</source>
        <translation>Elija un resultado para verlo de un vistazo.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Add to a workshop</source>
        <translation>Llevar a un taller</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>No comparar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Similar cases</source>
        <translation>Casos parecidos</translation>
    </message>
    <message>
        <source>What nobody measured</source>
        <translation>Lo que nadie midió</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Take back “{title}”?</source>
        <translation>¿Deshacer «{title}»?</translation>
    </message>
    <message>
        <source>What it brought is taken out again; what you changed since stays.</source>
        <translation>Lo que trajo se quita otra vez; lo que usted cambió después se queda.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{new} new, {updated} updated, {notes} notes</source>
        <translation>{new} nuevos, {updated} actualizados, {notes} notas</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>deshecho</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmado</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>sin firma</translation>
    </message>
    <message>
        <source>Look again…</source>
        <translation>Ver otra vez…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Deshacer…</translation>
    </message>
    <message>
        <source>Received so far</source>
        <translation>Recibido hasta ahora</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Lo que trajo</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Nothing has been received yet.</source>
        <translation>Todavía no se ha recibido nada.</translation>
    </message>
    <message>
        <source>Open a pack that somebody sent you, or drag it onto this window.</source>
        <translation>Abra un paquete que le enviaron, o arrástrelo a esta ventana.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Deshecho.</translation>
    </message>
    <message>
        <source>Left as you changed it: {what}</source>
        <translation>Se dejó como usted lo cambió: {what}</translation>
    </message>
    <message>
        <source>Folder or stick with packs</source>
        <translation>Carpeta o memoria con paquetes</translation>
    </message>
    <message>
        <source>Looking into {name}</source>
        <translation>Mirando {name}</translation>
    </message>
    <message>
        <source>new to you</source>
        <translation>nuevo para usted</translation>
    </message>
    <message>
        <source>has newer or other texts</source>
        <translation>trae textos más nuevos u otros</translation>
    </message>
    <message>
        <source>you have all of it</source>
        <translation>ya lo tiene todo</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>no se puede abrir</translation>
    </message>
    <message>
        <source>Look into it…</source>
        <translation>Mirar…</translation>
    </message>
    <message>
        <source>Packs in “{name}”</source>
        <translation>Paquetes en «{name}»</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Para usted</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>There are no packs in this folder.</source>
        <translation>En esta carpeta no hay paquetes.</translation>
    </message>
    <message>
        <source>They end in .batea</source>
        <translation>Terminan en .batea</translation>
    </message>
    <message>
        <source>Pack to receive</source>
        <translation>Paquete para recibir</translation>
    </message>
    <message>
        <source>Packs (*.batea *.batea.zip)</source>
        <translation>Paquetes (*.batea *.batea.zip)</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Revisando {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n workshop(s)</source>
        <translation>
            <numerusform>%n taller</numerusform>
            <numerusform>%n talleres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collection(s)</source>
        <translation>
            <numerusform>%n colección</numerusform>
            <numerusform>%n colecciones</numerusform>
        </translation>
    </message>
    <message>
        <source>From {who}, {when}, {size}</source>
        <translation>De {who}, {when}, {size}</translation>
    </message>
    <message>
        <source>Not signed: anybody may have made it. That is usual.</source>
        <translation>Sin firma: pudo hacerlo cualquiera. Es lo normal.</translation>
    </message>
    <message>
        <source>Signed for the first time. By telephone you can compare: {words}</source>
        <translation>Firmado por primera vez. Por teléfono puede comparar: {words}</translation>
    </message>
    <message>
        <source>Signed with the key that this institution always uses.</source>
        <translation>Firmado con la llave que esta institución usa siempre.</translation>
    </message>
    <message>
        <source>Its words: {words}. Those known so far: {before}</source>
        <translation>Sus palabras: {words}. Las conocidas hasta ahora: {before}</translation>
    </message>
    <message>
        <source>The key is not the one this institution used before. Call and compare the words before you take anything.</source>
        <translation>La llave no es la que esta institución usaba. Llame y compare las palabras antes de recibir algo.</translation>
    </message>
    <message>
        <source>This institution signed its packs so far and this one is not signed. Call before you take anything.</source>
        <translation>Esta institución firmaba sus paquetes y este viene sin firma. Llame antes de recibir algo.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>ya lo tiene</translation>
    </message>
    <message>
        <source>newer than yours</source>
        <translation>más nuevo que el suyo</translation>
    </message>
    <message>
        <source>older than yours</source>
        <translation>más viejo que el suyo</translation>
    </message>
    <message>
        <source>both were changed</source>
        <translation>los dos cambiaron</translation>
    </message>
    <message>
        <source>another text of the same name</source>
        <translation>otro texto con el mismo nombre</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Recibirlo</translation>
    </message>
    <message>
        <source>Leave mine</source>
        <translation>Dejar el mío</translation>
    </message>
    <message>
        <source>Do not take it</source>
        <translation>No recibirlo</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Guardar los dos</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of yours stand on it</source>
        <translation>
            <numerusform>%n nota suya está en él</numerusform>
            <numerusform>%n notas suyas están en él</numerusform>
        </translation>
    </message>
    <message>
        <source>used in: {titles}; those stay as they are</source>
        <translation>usado en: {titles}; esos quedan como están</translation>
    </message>
    <message>
        <source> (beside yours)</source>
        <translation> (junto a la suya)</translation>
    </message>
    <message>
        <source>Taking the pack in</source>
        <translation>Recibiendo el paquete</translation>
    </message>
    <message>
        <source>Left as yours: {what}</source>
        <translation>Quedó el suyo: {what}</translation>
    </message>
    <message>
        <source>Send something back…</source>
        <translation>Devolver algo…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Guardando {name}</translation>
    </message>
    <message>
        <source>Saved. It has been checked and can be sent.</source>
        <translation>Guardado. Ya está revisado y se puede enviar.</translation>
    </message>
</context>
<context>
    <name>ExploreView</name>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Primero lo mejor</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
    <message>
        <source>By country</source>
        <translation>Por país</translation>
    </message>
    <message>
        <source>By period</source>
        <translation>Por periodo</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero lo nuevo</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>Orden de los resultados</translation>
    </message>
    <message>
        <source>How results are shown</source>
        <translation>Cómo se muestran los resultados</translation>
    </message>
    <message>
        <source>Describe your place and find cases like yours…</source>
        <translation>Describa su lugar y encuentre casos como el suyo…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizado</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the filter {word}</source>
        <translation>Quitar el filtro {word}</translation>
    </message>
</context>
<context>
    <name>Exploring</name>
    <message>
        <source>The search did not answer.</source>
        <translation>La búsqueda no respondió.</translation>
    </message>
    <message>
        <source>Your library is whole. Try again, or restart Batea.</source>
        <translation>Su biblioteca está completa. Pruebe otra vez o reinicie Batea.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Only what is written was searched.</source>
        <translation>Se buscó solo lo que está escrito.</translation>
    </message>
    <message>
        <source>Search related words too</source>
        <translation>Buscar también palabras afines</translation>
    </message>
    <message>
        <source>“{typed}” was taken as “{taken}”.</source>
        <translation>«{typed}» se tomó como «{taken}».</translation>
    </message>
    <message>
        <source>Also searched: {words}.</source>
        <translation>También se buscó: {words}.</translation>
    </message>
    <message>
        <source>The index is being built; results get better soon.</source>
        <translation>El índice se está haciendo; los resultados mejoran pronto.</translation>
    </message>
    <message>
        <source>Search only what is written</source>
        <translation>Buscar solo lo escrito</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Remove the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>See everything</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Try another word, fewer words or no filters. Regional words and English words count too.</source>
        <translation>Pruebe otra palabra, menos palabras o sin filtros. También valen las palabras de la región y las inglesas.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>La biblioteca está vacía.</translation>
    </message>
    <message>
        <source>Here stand the cases and modules. Import a pack, or start Batea with the folder of its material.</source>
        <translation>Aquí van los casos y los módulos. Reciba un paquete, o inicie Batea con la carpeta de su material.</translation>
    </message>
    <message>
        <source>Open a pack…</source>
        <translation>Abrir un paquete…</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>To compare: {titles}</source>
        <translation>Para comparar: {titles}</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in page</source>
        <translation>Buscar en la página</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} de {count}</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>No está en esta página</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help and shortcuts</source>
        <translation>Ayuda y atajos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>To find</source>
        <translation>Para encontrar</translation>
    </message>
    <message>
        <source>Type what you remember in the box on top: a word, a country, a regional word, without accents. Quotes ask for the exact phrase, a minus sign leaves a word out.</source>
        <translation>Escriba arriba lo que recuerde: una palabra, un país, una palabra de la región, sin tildes. Las comillas piden la frase exacta; un signo menos deja fuera una palabra.</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Para leer</translation>
    </message>
    <message>
        <source>The mark S1 beside a sentence is its source: press it to see it. Words with dots below are explained in place. The numbers at the margin are the same on paper and on slides.</source>
        <translation>La marca S1 junto a una frase es su fuente: púlsela para verla. Las palabras con puntos debajo se explican ahí mismo. Los números del margen son los mismos en papel y en láminas.</translation>
    </message>
    <message>
        <source>To take notes</source>
        <translation>Para anotar</translation>
    </message>
    <message>
        <source>Mark a passage and press Ctrl+M. What you write is saved as you write it. A note is private until you mark it as shareable.</source>
        <translation>Marque un pasaje y pulse Ctrl+M. Lo que escribe se guarda mientras escribe. Una nota es privada hasta que usted la marca para compartir.</translation>
    </message>
    <message>
        <source>To send and receive</source>
        <translation>Para enviar y recibir</translation>
    </message>
    <message>
        <source>A pack is one file with texts, notes and workshops. Drag one onto the window to look at it before anything is taken.</source>
        <translation>Un paquete es un solo archivo con textos, notas y talleres. Arrastre uno a la ventana para mirarlo antes de recibir algo.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Sus datos</translation>
    </message>
    <message>
        <source>Batea opens no connection. Everything stays on this computer, with backups that you can see and restore from Home.</source>
        <translation>Batea no abre ninguna conexión. Todo queda en este equipo, con copias que usted puede ver y recuperar desde Inicio.</translation>
    </message>
</context>
<context>
    <name>HomeView</name>
    <message>
        <source>What do you need today?</source>
        <translation>¿Qué necesita hoy?</translation>
    </message>
    <message>
        <source>Cases and modules on women in artisanal and small-scale mining. Everything is on this computer and works without a network.</source>
        <translation>Casos y módulos sobre mujeres en la minería artesanal y de pequeña escala. Todo está en este equipo y funciona sin red.</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>Forget what was read</source>
        <translation>Olvidar lo leído</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Lo que hay</translation>
    </message>
    <message>
        <source>Your notes are safe</source>
        <translation>Sus notas están a salvo</translation>
    </message>
    <message>
        <source>See the backups…</source>
        <translation>Ver las copias…</translation>
    </message>
    <message>
        <source>Who signs your notes and packs</source>
        <translation>Quién firma sus notas y paquetes</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Your institution</source>
        <translation>Su institución</translation>
    </message>
    <message>
        <source>What you open will appear here, at the place where you left it.</source>
        <translation>Lo que abra aparecerá aquí, en el lugar donde lo dejó.</translation>
    </message>
</context>
<context>
    <name>LikeOursDialog</name>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Cases like ours</source>
        <translation>Casos como el nuestro</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Minerals</source>
        <translation>Minerales</translation>
    </message>
    <message>
        <source>What matters to you</source>
        <translation>Lo que le importa</translation>
    </message>
    <message>
        <source>Legal status (permit, reserve, none…)</source>
        <translation>Situación legal (permiso, reserva, ninguna…)</translation>
    </message>
    <message>
        <source>How people are organised</source>
        <translation>Cómo se organiza la gente</translation>
    </message>
    <message>
        <source>What women do there</source>
        <translation>Qué hacen las mujeres</translation>
    </message>
    <message>
        <source>Water, roads, electricity…</source>
        <translation>Agua, caminos, luz…</translation>
    </message>
    <message>
        <source>Describe your place at the left: cases appear here.</source>
        <translation>Describa su lugar a la izquierda: aquí aparecen los casos.</translation>
    </message>
    <message>
        <source>Alike: {reasons}</source>
        <translation>Se parece: {reasons}</translation>
    </message>
    <message>
        <source>Different: {reasons}</source>
        <translation>Se distingue: {reasons}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of countries; the arrows walk, Enter filters</source>
        <translation>Mapa de países; las flechas recorren, Intro filtra</translation>
    </message>
    <message>
        <source>Countries and how many texts there are</source>
        <translation>Países y cuántos textos hay</translation>
    </message>
    <message>
        <source>Borders are not official. Natural Earth, public domain.</source>
        <translation>Límites no oficiales. Natural Earth, dominio público.</translation>
    </message>
    <message>
        <source>Only where there are texts</source>
        <translation>Solo donde hay textos</translation>
    </message>
    <message>
        <source>The whole world</source>
        <translation>Todo el mundo</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Local example</source>
        <translation>Ejemplo local</translation>
    </message>
    <message>
        <source>For the workshop</source>
        <translation>Para el taller</translation>
    </message>
    <message>
        <source>What the note is for</source>
        <translation>Para qué es la nota</translation>
    </message>
    <message>
        <source>What it makes you think of</source>
        <translation>Lo que le hace pensar</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Palabras de la nota</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>May be shared</source>
        <translation>Se puede compartir</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>The text has changed: is this still its place?</source>
        <translation>El texto cambió: ¿este sigue siendo su lugar?</translation>
    </message>
    <message>
        <source>Its words are no longer in this text.</source>
        <translation>Sus palabras ya no están en este texto.</translation>
    </message>
    <message>
        <source>Place at the selection</source>
        <translation>Poner en lo marcado</translation>
    </message>
    <message>
        <source>On the section</source>
        <translation>En la sección</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarla así</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>+ Note</source>
        <translation>+ Nota</translation>
    </message>
    <message>
        <source>Add a note on the section</source>
        <translation>Anotar la sección</translation>
    </message>
    <message>
        <source>Notes on this text</source>
        <translation>Notas de este texto</translation>
    </message>
    <message>
        <source>There are no notes on this text yet. Mark a passage and press Ctrl+M, or choose its purpose in the bar that appears.</source>
        <translation>Todavía no hay notas en este texto. Marque un pasaje y pulse Ctrl+M, o elija para qué es en la barra que aparece.</translation>
    </message>
    <message>
        <source>Notes · {count}</source>
        <translation>Notas · {count}</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>Search my notes</source>
        <translation>Buscar en mis notas</translation>
    </message>
    <message>
        <source>Any purpose</source>
        <translation>Cualquier propósito</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Local example</source>
        <translation>Ejemplo local</translation>
    </message>
    <message>
        <source>For the workshop</source>
        <translation>Para el taller</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>May be shared</source>
        <translation>Se puede compartir</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privadas</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>By text</source>
        <translation>Por texto</translation>
    </message>
    <message>
        <source>By purpose</source>
        <translation>Por propósito</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Por etiqueta</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Por mes</translation>
    </message>
    <message>
        <source>By origin</source>
        <translation>Por origen</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Agrupación</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>Open at its place</source>
        <translation>Abrir en su lugar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>With the marked ones…</source>
        <translation>Con las marcadas…</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Poner una etiqueta…</translation>
    </message>
    <message>
        <source>Allow sharing</source>
        <translation>Permitir compartir</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>Dejar privadas</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>W3C annotations (JSON-LD)</source>
        <translation>Anotaciones W3C (JSON-LD)</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Cualquier etiqueta</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>Here your notes will stand.</source>
        <translation>Aquí estarán sus notas.</translation>
    </message>
    <message>
        <source>Mark a passage while you read and choose its purpose: a quote, a question, a local example or for the workshop. What you write is saved as you write it.</source>
        <translation>Marque un pasaje mientras lee y elija para qué es: una cita, una pregunta, un ejemplo local o para el taller. Lo que escribe se guarda mientras escribe.</translation>
    </message>
    <message>
        <source>No note is like that.</source>
        <translation>Ninguna nota es así.</translation>
    </message>
    <message>
        <source>Try with fewer filters.</source>
        <translation>Pruebe con menos filtros.</translation>
    </message>
    <message>
        <source>Tag for the marked notes</source>
        <translation>Etiqueta para las notas marcadas</translation>
    </message>
</context>
<context>
    <name>Noting</name>
    <message>
        <source>The text of this note is not in the library.</source>
        <translation>El texto de esta nota no está en la biblioteca.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n nota borrada.</numerusform>
            <numerusform>%n notas borradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Export my notes</source>
        <translation>Exportar mis notas</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Escrito: {name}</translation>
    </message>
    <message>
        <source>Notes of a colleague</source>
        <translation>Notas de una colega o un colega</translation>
    </message>
    <message>
        <source>Annotations (*.jsonld *.jsonl *.json)</source>
        <translation>Anotaciones (*.jsonld *.jsonl *.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken in.</source>
        <translation>
            <numerusform>%n nota recibida.</numerusform>
            <numerusform>%n notas recibidas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenText</name>
    <message>
        <source>This text is no longer in the library.</source>
        <translation>Este texto ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>Updated {date}</source>
        <translation>Actualizado {date}</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minutos</translation>
    </message>
    <message>
        <source>It came in a pack or is your own.</source>
        <translation>Vino en un paquete o es suyo.</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n workshop(s) of yours.</source>
        <translation>
            <numerusform>Usado en %n taller suyo.</numerusform>
            <numerusform>Usado en %n talleres suyos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the reference</source>
        <translation>Copiar la referencia</translation>
    </message>
    <message>
        <source>Open the link…</source>
        <translation>Abrir el enlace…</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Buscarlo</translation>
    </message>
    <message>
        <source>A link out of Batea</source>
        <translation>Un enlace fuera de Batea</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>¿Abrir esta dirección en su navegador?</translation>
    </message>
    <message>
        <source>{address}

Batea itself opens no connection.</source>
        <translation>{address}

Batea misma no abre ninguna conexión.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the library…</source>
        <translation>Abriendo la biblioteca…</translation>
    </message>
    <message>
        <source>You can already type a search.</source>
        <translation>Ya puede escribir una búsqueda.</translation>
    </message>
</context>
<context>
    <name>PacksView</name>
    <message>
        <source>Packs</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>A pack is one file with texts, notes and workshops. It opens on a computer without Batea too, in any browser, and runs nothing.</source>
        <translation>Un paquete es un solo archivo con textos, notas y talleres. También se abre en un equipo sin Batea, en cualquier navegador, y no ejecuta nada.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Choose texts and notes; see what leaves and how large it is.</source>
        <translation>Elija textos y notas; vea qué sale y cuánto pesa.</translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation>Hacer un paquete…</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Recibir</translation>
    </message>
    <message>
        <source>It is checked and shown before anything is taken. You can undo it later.</source>
        <translation>Se revisa y se muestra antes de recibir algo. Después se puede deshacer.</translation>
    </message>
    <message>
        <source>Open a pack…</source>
        <translation>Abrir un paquete…</translation>
    </message>
    <message>
        <source>A stick or folder</source>
        <translation>Una memoria o carpeta</translation>
    </message>
    <message>
        <source>See all packs in a folder at once: what is new and from whom.</source>
        <translation>Vea de una vez todos los paquetes de una carpeta: qué es nuevo y de quién.</translation>
    </message>
    <message>
        <source>Look into a folder…</source>
        <translation>Mirar una carpeta…</translation>
    </message>
    <message>
        <source>Back to what was received</source>
        <translation>Volver a lo recibido</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>Ir a cualquier cosa</translation>
    </message>
    <message>
        <source>A case, a room, something to do…</source>
        <translation>Un caso, una sala, algo que hacer…</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Adónde ir</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This text is only in one language.</source>
        <translation>Este texto está en un solo idioma.</translation>
    </message>
    <message>
        <source>Bookmark set.</source>
        <translation>Lugar marcado.</translation>
    </message>
    <message>
        <source>Bookmark removed.</source>
        <translation>Marca quitada.</translation>
    </message>
    <message>
        <source>How to cite (copied):</source>
        <translation>Cómo citar (copiado):</translation>
    </message>
    <message>
        <source>Copied with its reference.</source>
        <translation>Copiado con su referencia.</translation>
    </message>
    <message>
        <source>Copied: a short text with its source.</source>
        <translation>Copiado: un texto corto con su fuente.</translation>
    </message>
</context>
<context>
    <name>ReadingTabs</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Open texts</source>
        <translation>Textos abiertos</translation>
    </message>
    <message>
        <source>Read in Spanish</source>
        <translation>Leer en español</translation>
    </message>
    <message>
        <source>Read in English</source>
        <translation>Leer en inglés</translation>
    </message>
    <message>
        <source>Both languages side by side</source>
        <translation>Los dos idiomas lado a lado</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>Citar</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive a pack</source>
        <translation>Recibir un paquete</translation>
    </message>
    <message>
        <source>I have called and compared the words: accept it</source>
        <translation>Llamé y comparé las palabras: aceptar</translation>
    </message>
    <message>
        <source>Take what is chosen</source>
        <translation>Recibir lo elegido</translation>
    </message>
    <message>
        <source>Take nothing</source>
        <translation>No recibir nada</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Compared with yours</source>
        <translation>Frente a lo suyo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>What to do with {title}</source>
        <translation>Qué hacer con {title}</translation>
    </message>
    <message>
        <source>See what differs</source>
        <translation>Ver qué cambia</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>Struck out: only here. Bold: only in the pack.</source>
        <translation>Tachado: solo aquí. Negrita: solo en el paquete.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Local example</source>
        <translation>Ejemplo local</translation>
    </message>
    <message>
        <source>For the workshop</source>
        <translation>Para el taller</translation>
    </message>
    <message>
        <source>Copy with its reference</source>
        <translation>Copiar con su referencia</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send or export</source>
        <translation>Enviar o exportar</translation>
    </message>
    <message>
        <source>Look among the texts</source>
        <translation>Buscar entre los textos</translation>
    </message>
    <message>
        <source>Texts to send</source>
        <translation>Textos para enviar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Participants: without keys and facilitator&apos;s notes</source>
        <translation>Participantes: sin respuestas ni notas de quien facilita</translation>
    </message>
    <message>
        <source>Whoever facilitates</source>
        <translation>Quien facilita</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>That of the text</source>
        <translation>El del texto</translation>
    </message>
    <message>
        <source>With my notes that may be shared</source>
        <translation>Con mis notas que se pueden compartir</translation>
    </message>
    <message>
        <source>Signed, so that they know it is from us</source>
        <translation>Con firma, para que sepan que es nuestro</translation>
    </message>
    <message>
        <source>Names and free texts that leave:</source>
        <translation>Nombres y textos libres que salen:</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) chosen</source>
        <translation>
            <numerusform>%n texto elegido</numerusform>
            <numerusform>%n textos elegidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message>
        <source>Pack for another Batea, and for any browser</source>
        <translation>Paquete para otra Batea y para cualquier navegador</translation>
    </message>
    <message>
        <source>Choose at least one text.</source>
        <translation>Elija al menos un texto.</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>textos</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notas</translation>
    </message>
    <message>
        <source>page for the browser</source>
        <translation>página para el navegador</translation>
    </message>
    <message>
        <source>About {size} before packing ({parts}).</source>
        <translation>Unos {size} antes de empacar ({parts}).</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s).</source>
        <translation>
            <numerusform>%n texto.</numerusform>
            <numerusform>%n textos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not for this audience.</source>
        <translation>
            <numerusform>%n cosa no es para este público.</numerusform>
            <numerusform>%n cosas no son para este público.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Guardando {name}</translation>
    </message>
    <message>
        <source>Saved. It has been checked and can be sent.</source>
        <translation>Guardado. Ya está revisado y se puede enviar.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Reading the library</source>
        <translation>Leyendo la biblioteca</translation>
    </message>
    <message>
        <source>Updating the index</source>
        <translation>Poniendo el índice al día</translation>
    </message>
    <message>
        <source>Index up to date</source>
        <translation>Índice al día</translation>
    </message>
    <message>
        <source>{texts} · {languages}</source>
        <translation>{texts} · {languages}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) and module(s)</source>
        <translation>
            <numerusform>%n caso o módulo</numerusform>
            <numerusform>%n casos y módulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n idioma</numerusform>
            <numerusform>%n idiomas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the library cannot be read.</source>
        <translation>
            <numerusform>%n archivo de la biblioteca no se puede leer.</numerusform>
            <numerusform>%n archivos de la biblioteca no se pueden leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>See which</source>
        <translation>Ver cuáles</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>This data folder cannot be written: you can read and search, but not take notes.</source>
        <translation>En esta carpeta de datos no se puede escribir: puede leer y buscar, pero no anotar.</translation>
    </message>
    <message>
        <source>case</source>
        <translation>caso</translation>
    </message>
    <message>
        <source>module</source>
        <translation>módulo</translation>
    </message>
    <message>
        <source>country</source>
        <translation>país</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Without connection · nothing leaves this computer</source>
        <translation>Sin conexión · nada sale de este equipo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>TextNotes</name>
    <message>
        <source>The note was deleted.</source>
        <translation>La nota se borró.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarla</translation>
    </message>
    <message>
        <source>First mark the passage where it belongs.</source>
        <translation>Primero marque el pasaje donde va.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search cases, modules and notes</source>
        <translation>Buscar en casos, módulos y notas</translation>
    </message>
    <message>
        <source>Texts in Spanish</source>
        <translation>Textos en español</translation>
    </message>
    <message>
        <source>Texts in English</source>
        <translation>Textos en inglés</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Idioma de los textos</translation>
    </message>
    <message>
        <source>Change the theme</source>
        <translation>Cambiar el tema</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>Claro, oscuro o alto contraste</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>Welcoming</name>
    <message>
        <source>Find a case</source>
        <translation>Encontrar un caso</translation>
    </message>
    <message>
        <source>By word, country, mineral or topic, in Spanish and English.</source>
        <translation>Por palabra, país, mineral o tema, en español e inglés.</translation>
    </message>
    <message>
        <source>Open a module</source>
        <translation>Abrir un módulo</translation>
    </message>
    <message>
        <source>Timed activities, handouts and questions, ready to be used.</source>
        <translation>Actividades con tiempo, materiales y preguntas, listos para usar.</translation>
    </message>
    <message>
        <source>Prepare a workshop</source>
        <translation>Preparar un taller</translation>
    </message>
    <message>
        <source>From an agenda of one, two or three days to printed material.</source>
        <translation>De una agenda de uno, dos o tres días al material impreso.</translation>
    </message>
    <message>
        <source>Receive a pack</source>
        <translation>Recibir un paquete</translation>
    </message>
    <message>
        <source>Look into it first; what you have is never overwritten.</source>
        <translation>Mírelo primero; lo que usted tiene nunca se sobrescribe.</translation>
    </message>
    <message>
        <source>Send material</source>
        <translation>Enviar material</translation>
    </message>
    <message>
        <source>One file for another institution, by stick, mail or chat.</source>
        <translation>Un solo archivo para otra institución, por memoria, correo o chat.</translation>
    </message>
    <message>
        <source>Print or export</source>
        <translation>Imprimir o exportar</translation>
    </message>
    <message>
        <source>PDF, Word, PowerPoint, EPUB or a short text for a chat.</source>
        <translation>PDF, Word, PowerPoint, EPUB o un texto corto para un chat.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n módulo</numerusform>
            <numerusform>%n módulos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n country profile(s)</source>
        <translation>
            <numerusform>%n ficha de país</numerusform>
            <numerusform>%n fichas de país</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguna</translation>
    </message>
    <message>
        <source>{notes}. Last backup: {last}.</source>
        <translation>{notes}. Última copia: {last}.</translation>
    </message>
    <message>
        <source>{when} · {size} kB</source>
        <translation>{when} · {size} kB</translation>
    </message>
    <message>
        <source>Your data is again as it was in that backup.</source>
        <translation>Sus datos están otra vez como en esa copia.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>may be shared</source>
        <translation>se puede compartir</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privada</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>sensible</translation>
    </message>
    <message>
        <source>from a pack</source>
        <translation>de un paquete</translation>
    </message>
    <message>
        <source>a text that is gone</source>
        <translation>un texto que ya no está</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>mías</translation>
    </message>
    <message>
        <source>seen by the project</source>
        <translation>vista por el proyecto</translation>
    </message>
    <message>
        <source>not seen by the project itself</source>
        <translation>no vista por el propio proyecto</translation>
    </message>
    <message>
        <source>Also: {words}</source>
        <translation>También: {words}</translation>
    </message>
    <message>
        <source>¶{number} in {section}</source>
        <translation>¶{number} en {section}</translation>
    </message>
    <message>
        <source>matches {words}</source>
        <translation>por {words}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Who took part</source>
        <translation>Quiénes participaron</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué sirve</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>sin lugar</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Módulos</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Países</translation>
    </message>
    <message>
        <source>strong evidence</source>
        <translation>evidencia fuerte</translation>
    </message>
    <message>
        <source>moderate evidence</source>
        <translation>evidencia media</translation>
    </message>
    <message>
        <source>limited evidence</source>
        <translation>evidencia limitada</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Limitada</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Local example</source>
        <translation>Ejemplo local</translation>
    </message>
    <message>
        <source>For the workshop</source>
        <translation>Para el taller</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>only in Spanish</source>
        <translation>solo en español</translation>
    </message>
    <message>
        <source>only in English</source>
        <translation>solo en inglés</translation>
    </message>
    <message>
        <source>official</source>
        <translation>oficial</translation>
    </message>
    <message>
        <source>academic</source>
        <translation>académica</translation>
    </message>
    <message>
        <source>civil society</source>
        <translation>sociedad civil</translation>
    </message>
    <message>
        <source>press</source>
        <translation>prensa</translation>
    </message>
    <message>
        <source>company</source>
        <translation>empresa</translation>
    </message>
    <message>
        <source>project</source>
        <translation>proyecto</translation>
    </message>
    <message>
        <source>reference work</source>
        <translation>obra de consulta</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Mineral</source>
        <translation>Mineral</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Estante</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>Década</translation>
    </message>
    <message>
        <source>Included with Batea</source>
        <translation>Incluido con Batea</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>años {year}</translation>
    </message>
</context>
</TS>
