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
        <source>Workshop</source>
        <translation>Taller</translation>
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
        <source>Add a text of mine…</source>
        <translation>Añadir un texto mío…</translation>
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
        <source>Scroll both languages together or apart</source>
        <translation>Desplazar los dos idiomas juntos o por separado</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>Marcar este lugar</translation>
    </message>
    <message>
        <source>Keep in a list…</source>
        <translation>Guardar en una lista…</translation>
    </message>
    <message>
        <source>My lists and kept searches</source>
        <translation>Mis listas y búsquedas guardadas</translation>
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
        <source>Search my notes</source>
        <translation>Buscar en mis notas</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>New workshop…</source>
        <translation>Taller nuevo…</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Rehacer lo deshecho</translation>
    </message>
    <message>
        <source>Run the workshop</source>
        <translation>Dirigir el taller</translation>
    </message>
    <message>
        <source>Make the folder of papers…</source>
        <translation>Hacer la carpeta de materiales…</translation>
    </message>
    <message>
        <source>Plan of the workshop</source>
        <translation>Plan del taller</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>En la sala</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Papers and report</source>
        <translation>Materiales e informe</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Bloque nuevo</translation>
    </message>
    <message>
        <source>Look for something to add</source>
        <translation>Buscar algo que añadir</translation>
    </message>
    <message>
        <source>Move the block up</source>
        <translation>Subir el bloque</translation>
    </message>
    <message>
        <source>Move the block down</source>
        <translation>Bajar el bloque</translation>
    </message>
    <message>
        <source>To the day before</source>
        <translation>Al día anterior</translation>
    </message>
    <message>
        <source>To the day after</source>
        <translation>Al día siguiente</translation>
    </message>
    <message>
        <source>Duplicate the block</source>
        <translation>Duplicar el bloque</translation>
    </message>
    <message>
        <source>Show or hide the left panel</source>
        <translation>Mostrar u ocultar el panel izquierdo</translation>
    </message>
    <message>
        <source>Show or hide the right panel</source>
        <translation>Mostrar u ocultar el panel derecho</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>Av Pág</translation>
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
    <name>AnswerDialog</name>
    <message>
        <source>Answer a pack</source>
        <translation>Responder a un paquete</translation>
    </message>
    <message>
        <source>Your notes that may be shared and your own texts go back; nothing of the sender&apos;s own text does. Take out what should stay here.</source>
        <translation>Vuelven sus notas que se pueden compartir y sus propios textos; nada del texto de quien envió. Quite lo que deba quedarse aquí.</translation>
    </message>
    <message>
        <source>Notes that go</source>
        <translation>Notas que salen</translation>
    </message>
    <message>
        <source>Names and texts that leave</source>
        <translation>Nombres y textos que salen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>There is nothing to send back yet: no note on these texts is marked as “may be shared”, and none of your own texts belongs to them.</source>
        <translation>Todavía no hay nada que devolver: ninguna nota sobre estos textos está marcada «se puede compartir» y ninguno de sus textos les corresponde.</translation>
    </message>
</context>
<context>
    <name>AnswerShown</name>
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
        <source>Not all the texts have been read for this.</source>
        <translation>No se leyeron todos los textos para esta respuesta.</translation>
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
    <name>Answerer</name>
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
    <name>BlockEditor</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Fixed time (12:00)</source>
        <translation>Hora fija (12:00)</translation>
    </message>
    <message>
        <source>When time runs out</source>
        <translation>Si falta tiempo</translation>
    </message>
    <message>
        <source>People a group</source>
        <translation>Personas por grupo</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué sirve</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Steps, one a line</source>
        <translation>Pasos, uno por línea</translation>
    </message>
    <message>
        <source>Notes for whoever facilitates</source>
        <translation>Notas para quien facilita</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiales</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Quién hace qué</translation>
    </message>
    <message>
        <source>Groups at the same time</source>
        <translation>Grupos al mismo tiempo</translation>
    </message>
    <message>
        <source>Own fields</source>
        <translation>Campos propios</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Case or visit</source>
        <translation>Caso o visita</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>To prepare</source>
        <translation>Por preparar</translation>
    </message>
    <message>
        <source>It must stay</source>
        <translation>Tiene que quedar</translation>
    </message>
    <message>
        <source>It can be shorter</source>
        <translation>Puede acortarse</translation>
    </message>
    <message>
        <source>It can be left out</source>
        <translation>Se puede quitar</translation>
    </message>
    <message>
        <source>Choose a block of the plan and press Enter.</source>
        <translation>Elija un bloque del plan y pulse Intro.</translation>
    </message>
    <message>
        <source>Open the text it uses</source>
        <translation>Abrir el texto que usa</translation>
    </message>
    <message>
        <source>Keep it as a method of mine</source>
        <translation>Guardarlo como método mío</translation>
    </message>
    <message>
        <source>Write here…</source>
        <translation>Escriba aquí…</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persona</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>room</source>
        <translation>sala</translation>
    </message>
    <message>
        <source>r</source>
        <comment>key for: room</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Por cada</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Dirige</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>CollectDialog</name>
    <message>
        <source>Keep in…</source>
        <translation>Guardar en…</translation>
    </message>
    <message>
        <source>My collections</source>
        <translation>Mis colecciones</translation>
    </message>
    <message>
        <source>Name of a new collection</source>
        <translation>Nombre de una colección nueva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>CollectionPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation>Hacer un paquete…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>Volver a los resultados</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Your remark on this text</source>
        <translation>Su comentario sobre este texto</translation>
    </message>
    <message>
        <source>Texts of the collection</source>
        <translation>Textos de la colección</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texto</numerusform>
            <numerusform>%n textos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing stands here yet.</source>
        <translation>Aquí todavía no hay nada.</translation>
    </message>
    <message>
        <source>While you look at a result or read a text, press Ctrl+Shift+D or “Keep in…” and choose this list.</source>
        <translation>Mientras mira un resultado o lee un texto, pulse Ctrl+Mayús+D o «Guardar en…» y elija esta lista.</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Save the comparison as</source>
        <translation>Guardar la comparación como</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>Guardando {name}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Escrito: {name}</translation>
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
    <name>Counts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participante</numerusform>
            <numerusform>%n participantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) came</source>
        <translation>
            <numerusform>vino %n persona</numerusform>
            <numerusform>vinieron %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s)</source>
        <translation>
            <numerusform>%n compromiso</numerusform>
            <numerusform>%n compromisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody leads %n block(s) yet.</source>
        <translation>
            <numerusform>Falta quién dirige en %n bloque.</numerusform>
            <numerusform>Falta quién dirige en %n bloques.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>About the day</source>
        <translation>Sobre el día</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Date (2026-05-12)</source>
        <translation>Fecha (2026-05-12)</translation>
    </message>
    <message>
        <source>Begins at (8:30)</source>
        <translation>Empieza a las (8:30)</translation>
    </message>
    <message>
        <source>Ends at (16:30)</source>
        <translation>Termina a las (16:30)</translation>
    </message>
    <message>
        <source>Take the day out</source>
        <translation>Quitar el día</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
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
        <source>Do not compare</source>
        <translation>No comparar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Keep in…</source>
        <translation>Guardar en…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>In your lists: {titles}</source>
        <translation>En sus listas: {titles}</translation>
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
    <name>DifferenceDialog</name>
    <message>
        <source>What is different</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Take the newer one</source>
        <translation>Tomar la más nueva</translation>
    </message>
    <message>
        <source>Keep the one I planned with</source>
        <translation>Quedarme con la que usé al planear</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir después</translation>
    </message>
    <message>
        <source>Struck out: no longer there. Bold: new.</source>
        <translation>Tachado: ya no está. Negrita: nuevo.</translation>
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
        <source>Answer…</source>
        <translation>Responder…</translation>
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
        <source>Taking back</source>
        <translation>Deshaciendo</translation>
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
        <source>Left as yours: {what}</source>
        <translation>Quedó el suyo: {what}</translation>
    </message>
    <message>
        <source>Send something back…</source>
        <translation>Devolver algo…</translation>
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
        <source>My notes with these words</source>
        <translation>Mis notas con estas palabras</translation>
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
</context>
<context>
    <name>FacetBlock</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Remove all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
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
    <name>Follow</name>
    <message>
        <source>follow-up {day}</source>
        <translation>seguimiento {day}</translation>
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
        <source>Saved: {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>a workshop that is gone</source>
        <translation>un taller que ya no está</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Change what has come of each: who, when, how it stands.</source>
        <translation>Anote en qué quedó cada uno: quién, cuándo, cómo va.</translation>
    </message>
    <message>
        <source>O, D, X: open, done, dropped · Enter goes on</source>
        <translation>A, H, X: abierto, hecho, dejado · Intro sigue</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasados</translation>
    </message>
    <message>
        <source>Due in 30 days</source>
        <translation>Vencen en 30 días</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechos</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Dejados</translation>
    </message>
    <message>
        <source>Over all workshops</source>
        <translation>En todos los talleres</translation>
    </message>
    <message>
        <source>Outreach log</source>
        <translation>Registro de visitas</translation>
    </message>
    <message>
        <source>Each visit or meeting: where, what for, how many women and men.</source>
        <translation>Cada visita o reunión: dónde, para qué, cuántas mujeres y hombres.</translation>
    </message>
    <message>
        <source>Enter goes on · Ctrl+Delete takes a row out</source>
        <translation>Intro sigue · Ctrl+Supr quita una fila</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hombres</translation>
    </message>
    <message>
        <source>A date, as 12/5…</source>
        <translation>Una fecha, como 12/5…</translation>
    </message>
    <message>
        <source>Visits and meetings</source>
        <translation>Visitas y reuniones</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>Alcanzado hasta ahora</translation>
    </message>
</context>
<context>
    <name>FollowupView</name>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>What was agreed, what is due, and who has been reached.</source>
        <translation>Lo que se acordó, lo que vence y a quién se llegó.</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Outreach log</source>
        <translation>Registro de visitas</translation>
    </message>
    <message>
        <source>Due in 30 days</source>
        <translation>Vencen en 30 días</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Which commitments</source>
        <translation>Qué compromisos</translation>
    </message>
    <message>
        <source>Report in Word…</source>
        <translation>Informe en Word…</translation>
    </message>
    <message>
        <source>Report in PDF…</source>
        <translation>Informe en PDF…</translation>
    </message>
    <message>
        <source>Nothing has been agreed yet.</source>
        <translation>Todavía no se ha acordado nada.</translation>
    </message>
    <message>
        <source>What groups commit to in a workshop appears here with its date: what is late, what comes in 30 days, what was done.</source>
        <translation>Aquí aparece con su fecha lo que los grupos se comprometen a hacer en un taller: lo atrasado, lo que vence en 30 días, lo hecho.</translation>
    </message>
    <message>
        <source>Go to the workshops</source>
        <translation>Ir a los talleres</translation>
    </message>
</context>
<context>
    <name>FoundNotes</name>
    <message numerus="yes">
        <source>%n of your notes has these words.</source>
        <translation>
            <numerusform>%n de sus notas tiene estas palabras.</numerusform>
            <numerusform>%n de sus notas tienen estas palabras.</numerusform>
        </translation>
    </message>
    <message>
        <source>See the texts</source>
        <translation>Ver los textos</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Verlas</translation>
    </message>
</context>
<context>
    <name>Gathering</name>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>None yet (Ctrl+Shift+D)</source>
        <translation>Ninguna todavía (Ctrl+Mayús+D)</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguna todavía</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>None yet (Ctrl+D)</source>
        <translation>Ninguno todavía (Ctrl+D)</translation>
    </message>
    <message>
        <source>Read lately</source>
        <translation>Leído hace poco</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Searched lately</source>
        <translation>Buscado hace poco</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Para leer</translation>
    </message>
    <message>
        <source>This text is no longer in the library.</source>
        <translation>Este texto ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>Nombre de la colección nueva</translation>
    </message>
    <message>
        <source>Name of this search</source>
        <translation>Nombre de esta búsqueda</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nombre de la colección</translation>
    </message>
    <message>
        <source>“{title}” was deleted; its texts stay in the library.</source>
        <translation>«{title}» se borró; sus textos siguen en la biblioteca.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarla</translation>
    </message>
    <message>
        <source>“{title}” was taken out.</source>
        <translation>«{title}» se quitó.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Reponerlo</translation>
    </message>
</context>
<context>
    <name>HandsPanel</name>
    <message>
        <source>Hide the answer</source>
        <translation>Ocultar la respuesta</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Mostrar la respuesta</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Pregunta siguiente</translation>
    </message>
    <message>
        <source>A, B, C: one hand more; with Shift, one less. A number and Enter: so many. V shows the answer. Right: next question. Esc leaves.</source>
        <translation>A, B, C: una mano más; con Mayús, una menos. Un número e Intro: tantas. V muestra la respuesta. Derecha: pregunta siguiente. Esc sale.</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Respuesta correcta</translation>
    </message>
    <message>
        <source>One hand more</source>
        <translation>Una mano más</translation>
    </message>
    <message>
        <source>One hand less</source>
        <translation>Una mano menos</translation>
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
        <source>Type what you remember in the box on top: a word, a country, a regional word, without accents. Quotes ask for the exact phrase, a minus sign leaves a word out. A filter can be typed too: country:Peru, country:&quot;El Salvador&quot;.</source>
        <translation>Escriba arriba lo que recuerde: una palabra, un país, una palabra de la región, sin tildes. Las comillas piden la frase exacta; un signo menos deja fuera una palabra. También se puede escribir un filtro: país:Perú, país:&quot;El Salvador&quot;.</translation>
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
        <source>Your work</source>
        <translation>Su trabajo</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>En la biblioteca</translation>
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
        <source>{name}, what do you need today?</source>
        <translation>{name}, ¿qué necesita hoy?</translation>
    </message>
    <message>
        <source>What you open will appear here, at the place where you left it.</source>
        <translation>Lo que abra aparecerá aquí, en el lugar donde lo dejó.</translation>
    </message>
    <message>
        <source>Your next workshop, your lists and what comes in packs will appear here.</source>
        <translation>Aquí aparecerán su próximo taller, sus listas y lo que llegue en paquetes.</translation>
    </message>
    <message>
        <source>Take the logo off</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>Logotipo…</translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>My lists</source>
        <translation>Mis listas</translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation>Panel izquierdo</translation>
    </message>
    <message>
        <source>Filters and my lists</source>
        <translation>Filtros y mis listas</translation>
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
        <source>Describe your place: which cases resemble it?</source>
        <translation>Describa su lugar: ¿qué casos se le parecen?</translation>
    </message>
    <message>
        <source>What matters to you</source>
        <translation>Lo que le importa</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Empezar de nuevo</translation>
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
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Read: {title}</source>
        <translation>Leer: {title}</translation>
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
        <source>Central America</source>
        <translation>Centroamérica</translation>
    </message>
    <message>
        <source>Latin America</source>
        <translation>América Latina</translation>
    </message>
    <message>
        <source>The world</source>
        <translation>El mundo</translation>
    </message>
    <message>
        <source>Part of the world</source>
        <translation>Parte del mundo</translation>
    </message>
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
    <message numerus="yes">
        <source>%n text(s) of other countries: see the table or a larger map.</source>
        <translation>
            <numerusform>%n texto de otros países: vea la tabla o un mapa mayor.</numerusform>
            <numerusform>%n textos de otros países: vea la tabla o un mapa mayor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mine</name>
    <message>
        <source>My collections, searches and bookmarks</source>
        <translation>Mis colecciones, búsquedas y marcadores</translation>
    </message>
    <message>
        <source>Enter opens; Del takes off the list</source>
        <translation>Intro abre; Supr quita de la lista</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Colección nueva…</translation>
    </message>
    <message>
        <source>Keep this search…</source>
        <translation>Guardar esta búsqueda…</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
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
        <source>Private or not</source>
        <translation>Privadas o no</translation>
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
        <source>Choose a note to read and change it. With Ctrl or Shift you mark several, and tag, share or delete them together.</source>
        <translation>Elija una nota para leerla y cambiarla. Con Ctrl o Mayús marca varias, y las etiqueta, comparte o borra juntas.</translation>
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
        <source>My own notes</source>
        <translation>Mis propias notas</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Sin etiqueta</translation>
    </message>
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
    <name>Owning</name>
    <message>
        <source>Texts of mine to add</source>
        <translation>Textos míos para añadir</translation>
    </message>
    <message>
        <source>Texts (*.md)</source>
        <translation>Textos (*.md)</translation>
    </message>
    <message>
        <source>Now in the library: {titles}</source>
        <translation>Ya está en la biblioteca: {titles}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
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
    <name>PaperMill</name>
    <message numerus="yes">
        <source>The folder “{name}” is ready: %n file(s).</source>
        <translation>
            <numerusform>La carpeta «{name}» está lista: %n archivo.</numerusform>
            <numerusform>La carpeta «{name}» está lista: %n archivos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Word…</source>
        <translation>Word…</translation>
    </message>
    <message>
        <source>PowerPoint…</source>
        <translation>PowerPoint…</translation>
    </message>
    <message>
        <source>Poster A3…</source>
        <translation>Cartel A3…</translation>
    </message>
    <message>
        <source>In 4 sheets…</source>
        <translation>En 4 hojas…</translation>
    </message>
    <message>
        <source>for participants</source>
        <translation>para participantes</translation>
    </message>
    <message>
        <source>only for whoever facilitates</source>
        <translation>solo para quien facilita</translation>
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
        <source>Saved: {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>Where the folder shall be</source>
        <translation>Dónde va la carpeta</translation>
    </message>
    <message>
        <source>Making the folder “{name}”</source>
        <translation>Haciendo la carpeta «{name}»</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>One folder with everything</source>
        <translation>Una carpeta con todo</translation>
    </message>
    <message>
        <source>Agenda for the wall, workbook, slides, guide, attendance sheets, test and key, commitment cards, 30 and 90-day sheet, evaluation. What participants get stands apart, without notes of the facilitator and without keys.</source>
        <translation>Agenda para la pared, cuaderno, láminas, guía, hojas de asistencia, prueba y clave, tarjetas de compromisos, hoja de 30 y 90 días, evaluación. Lo de participantes va aparte, sin notas de quien facilita y sin claves.</translation>
    </message>
    <message>
        <source>Make the folder…</source>
        <translation>Hacer la carpeta…</translation>
    </message>
    <message>
        <source>Report of one page</source>
        <translation>Informe de una página</translation>
    </message>
    <message>
        <source>From plan, attendance, results and commitments; without names. Add what should be known; more than five lines go on to a second page:</source>
        <translation>Sale del plan, la asistencia, los resultados y los compromisos; sin nombres. Añada lo que deba saberse; más de cinco líneas pasan a una segunda página:</translation>
    </message>
    <message>
        <source>Notes for the report</source>
        <translation>Notas para el informe</translation>
    </message>
    <message>
        <source>Report in Word…</source>
        <translation>Informe en Word…</translation>
    </message>
    <message>
        <source>Report in PDF…</source>
        <translation>Informe en PDF…</translation>
    </message>
    <message>
        <source>Each paper alone</source>
        <translation>Cada material por separado</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message numerus="yes">
        <source>%n institution(s) more</source>
        <translation>
            <numerusform>%n institución más</numerusform>
            <numerusform>%n instituciones más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>New block</source>
        <translation>Bloque nuevo</translation>
    </message>
    <message>
        <source>Taken out. Ctrl+Z brings it back.</source>
        <translation>Quitado. Ctrl+Z lo recupera.</translation>
    </message>
    <message>
        <source>No other block of this day has groups at the same time.</source>
        <translation>Ningún otro bloque de este día tiene grupos al mismo tiempo.</translation>
    </message>
    <message>
        <source>Kept. It is now among the methods.</source>
        <translation>Guardado. Ya está entre los métodos.</translation>
    </message>
    <message>
        <source>A time is written like 12:00.</source>
        <translation>La hora se escribe así: 12:00.</translation>
    </message>
    <message>
        <source>Nothing in this day may be shorter.</source>
        <translation>Nada de este día puede acortarse.</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>The text of that time was not kept here.</source>
        <translation>El texto de entonces no se guardó aquí.</translation>
    </message>
    <message>
        <source>module</source>
        <translation>módulo</translation>
    </message>
    <message>
        <source>case or visit</source>
        <translation>caso o visita</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>conversación</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>break</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>to prepare</source>
        <translation>por preparar</translation>
    </message>
    <message>
        <source>Agenda of one day</source>
        <translation>Agenda de un día</translation>
    </message>
    <message>
        <source>Agenda of two days</source>
        <translation>Agenda de dos días</translation>
    </message>
    <message>
        <source>Agenda of three days</source>
        <translation>Agenda de tres días</translation>
    </message>
    <message>
        <source>An empty day</source>
        <translation>Un día vacío</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>Día {number}</translation>
    </message>
    <message>
        <source>+{minutes} min</source>
        <translation>+{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min do not fit before the fixed time</source>
        <translation>{minutes} min no caben antes de la hora fija</translation>
    </message>
    <message>
        <source>ends {minutes} min late</source>
        <translation>termina {minutes} min tarde</translation>
    </message>
    <message>
        <source>{time}, {title}, {minutes} minutes, {kind}</source>
        <translation>{time}, {title}, {minutes} minutos, {kind}</translation>
    </message>
    <message>
        <source>fixed time</source>
        <translation>hora fija</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>sin título</translation>
    </message>
    <message>
        <source>{number} groups at the same time</source>
        <translation>{number} grupos al mismo tiempo</translation>
    </message>
    <message>
        <source>groups of {number}</source>
        <translation>grupos de {number}</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en inglés</translation>
    </message>
    <message>
        <source>in Spanish</source>
        <translation>en español</translation>
    </message>
    <message>
        <source>my template</source>
        <translation>plantilla mía</translation>
    </message>
    <message>
        <source>A break every two hours</source>
        <translation>Una pausa cada dos horas</translation>
    </message>
    <message>
        <source>Everything is in English</source>
        <translation>Todo está en inglés</translation>
    </message>
    <message>
        <source>Everything is in Spanish</source>
        <translation>Todo está en español</translation>
    </message>
    <message>
        <source>Every block has somebody who leads it</source>
        <translation>Cada bloque tiene quien lo dirija</translation>
    </message>
    <message>
        <source>Shorten what can be</source>
        <translation>Acortar lo que se pueda</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Verlo</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>Ver la diferencia</translation>
    </message>
    <message>
        <source>Put a break before it</source>
        <translation>Poner una pausa antes</translation>
    </message>
    <message>
        <source>Write a name</source>
        <translation>Escribir un nombre</translation>
    </message>
    <message>
        <source>Make the folder</source>
        <translation>Hacer la carpeta</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>without reading or writing</source>
        <translation>sin leer ni escribir</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Dirige</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>New workshop</source>
        <translation>Taller nuevo</translation>
    </message>
    <message>
        <source>About the workshop</source>
        <translation>Sobre el taller</translation>
    </message>
    <message>
        <source>Gender and artisanal mining · Quimistán</source>
        <translation>Género y minería artesanal · Quimistán</translation>
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
        <source>The date is known</source>
        <translation>La fecha ya se sabe</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Begin from</source>
        <translation>Empezar desde</translation>
    </message>
    <message>
        <source>Language of the room</source>
        <translation>Idioma de la sala</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Personas esperadas</translation>
    </message>
    <message>
        <source>People a group</source>
        <translation>Personas por grupo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Notes for the report</source>
        <translation>Notas para el informe</translation>
    </message>
    <message>
        <source>Make the plan</source>
        <translation>Hacer el plan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>Materials for %n person(s)</source>
        <translation>
            <numerusform>Materiales para %n persona</numerusform>
            <numerusform>Materiales para %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) added. Ctrl+Z takes them out.</source>
        <translation>
            <numerusform>%n bloque añadido. Ctrl+Z lo quita.</numerusform>
            <numerusform>%n bloques añadidos. Ctrl+Z los quita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) won. Ctrl+Z goes back.</source>
        <translation>
            <numerusform>%n minuto ganado. Ctrl+Z vuelve atrás.</numerusform>
            <numerusform>%n minutos ganados. Ctrl+Z vuelve atrás.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Subir (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Bajar (Alt+Abajo)</translation>
    </message>
    <message>
        <source>To the day before (Alt+Shift+Left)</source>
        <translation>Al día anterior (Alt+Mayús+Izquierda)</translation>
    </message>
    <message>
        <source>To the day after (Alt+Shift+Right)</source>
        <translation>Al día siguiente (Alt+Mayús+Derecha)</translation>
    </message>
    <message>
        <source>Five minutes less (-)</source>
        <translation>Cinco minutos menos (-)</translation>
    </message>
    <message>
        <source>Five minutes more (+)</source>
        <translation>Cinco minutos más (+)</translation>
    </message>
    <message>
        <source>Edit the block (Enter)</source>
        <translation>Editar el bloque (Intro)</translation>
    </message>
    <message>
        <source>One more group at the same time (G)</source>
        <translation>Un grupo más al mismo tiempo (G)</translation>
    </message>
    <message>
        <source>Duplicate (Ctrl+D)</source>
        <translation>Duplicar (Ctrl+D)</translation>
    </message>
    <message>
        <source>Take out (Delete)</source>
        <translation>Quitar (Supr)</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Bloque nuevo</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Añadir un día</translation>
    </message>
    <message>
        <source>Alt and arrows move · Enter edits · G groups</source>
        <translation>Alt y flechas mueven · Intro edita · G grupos</translation>
    </message>
    <message>
        <source>module</source>
        <translation>módulo</translation>
    </message>
    <message>
        <source>case or visit</source>
        <translation>caso o visita</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>conversación</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>break</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>to prepare</source>
        <translation>por preparar</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>{title} (template)</source>
        <translation>{title} (plantilla)</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (copia)</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>«{title}» se borró.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>For the room</source>
        <translation>Para la sala</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Questions of the test</source>
        <translation>Preguntas de la prueba</translation>
    </message>
    <message>
        <source>Questions of the modules</source>
        <translation>Preguntas de los módulos</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Those that Batea proposes</source>
        <translation>Las que propone Batea</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Space ticks a question; Alt and arrows, or the mouse, move it.</source>
        <translation>La barra espaciadora marca una pregunta; Alt y flechas, o el ratón, la mueven.</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n pregunta</numerusform>
            <numerusform>%n preguntas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) when read aloud</source>
        <translation>
            <numerusform>cerca de %n minuto leída en voz alta</numerusform>
            <numerusform>cerca de %n minutos leídas en voz alta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Both texts scroll together.</source>
        <translation>Los dos textos se desplazan juntos.</translation>
    </message>
    <message>
        <source>Each text scrolls on its own.</source>
        <translation>Cada texto se desplaza por su cuenta.</translation>
    </message>
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
    <message>
        <source>Scroll both together</source>
        <translation>Desplazar los dos juntos</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>Marcar este lugar</translation>
    </message>
    <message>
        <source>Show or hide the left panel</source>
        <translation>Mostrar u ocultar el panel izquierdo</translation>
    </message>
    <message>
        <source>Show or hide the right panel</source>
        <translation>Mostrar u ocultar el panel derecho</translation>
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
    <name>Receiver</name>
    <message>
        <source>Checking {name}</source>
        <translation>Revisando {name}</translation>
    </message>
    <message>
        <source>An answer to a pack</source>
        <translation>Respuesta a un paquete</translation>
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
    <message numerus="yes">
        <source>%n new word(s) for the glossary</source>
        <translation>
            <numerusform>%n palabra nueva para el glosario</numerusform>
            <numerusform>%n palabras nuevas para el glosario</numerusform>
        </translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>From {who}, {when}, {size}</source>
        <translation>De {who}, {when}, {size}</translation>
    </message>
    <message>
        <source>Its maker took out: {titles}. With you they stay as they are.</source>
        <translation>Quien lo hizo retiró: {titles}. En su equipo quedan como están.</translation>
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
</context>
<context>
    <name>Room</name>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Escrito: {name}</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Read aloud: “Your data stays on this computer and only totals are reported. Signing is free.” Mark consent only for those who gave it.</source>
        <translation>Lea en voz alta: «Sus datos se quedan en esta computadora y solo se informan totales. Firmar es voluntario». Marque el permiso solo de quien lo dio.</translation>
    </message>
    <message>
        <source>Enter goes on and repeats institution and municipality · one key for sex (F, M, X) and age (1 to 5) · Space ticks · Ctrl+Delete takes a row out</source>
        <translation>Intro sigue y repite institución y municipio · una tecla para el sexo (F, M, X) y la edad (1 a 5) · Espacio marca · Ctrl+Supr quita una fila</translation>
    </message>
    <message>
        <source>Copy the totals</source>
        <translation>Copiar los totales</translation>
    </message>
    <message>
        <source>Save the list without names…</source>
        <translation>Guardar la lista sin nombres…</translation>
    </message>
    <message>
        <source>Save the list with names…</source>
        <translation>Guardar la lista con nombres…</translation>
    </message>
    <message>
        <source>Write a name…</source>
        <translation>Escriba un nombre…</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>mujer</translation>
    </message>
    <message>
        <source>man</source>
        <translation>hombre</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Municipio</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Day {number}</source>
        <translation>Día {number}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hombres</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>By institution</source>
        <translation>Por institución</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin decir</translation>
    </message>
    <message>
        <source>Expected: {number}</source>
        <translation>Se esperaban: {number}</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>Sin nombres</translation>
    </message>
    <message>
        <source>attendance.csv</source>
        <translation>asistencia.csv</translation>
    </message>
    <message>
        <source>Copied. There are no names in it.</source>
        <translation>Copiado. No lleva nombres.</translation>
    </message>
    <message>
        <source>Shall the names leave this computer?</source>
        <translation>¿Deben salir los nombres de esta computadora?</translation>
    </message>
    <message>
        <source>Save with names</source>
        <translation>Guardar con nombres</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>The file will hold the names of the {agreed} of {people} who gave their consent, with sex, age and institution. Give it only to those who need it.</source>
        <translation>El archivo llevará el nombre de {agreed} de {people} personas, las que dieron su permiso, con sexo, edad e institución. Entréguelo solo a quien lo necesite.</translation>
    </message>
    <message>
        <source>Erase the names…</source>
        <translation>Borrar los nombres…</translation>
    </message>
    <message>
        <source>Shall the names be erased?</source>
        <translation>¿Borrar los nombres?</translation>
    </message>
    <message>
        <source>Totals stay. It cannot be undone; backups made before keep the names until newer ones take their place.</source>
        <translation>Los totales quedan. No se puede deshacer; las copias de seguridad anteriores conservan los nombres hasta que otras más nuevas ocupen su lugar.</translation>
    </message>
    <message>
        <source>Erase the names</source>
        <translation>Borrar los nombres</translation>
    </message>
    <message>
        <source>Each person writes the same code on both tests (two letters of her mother&apos;s name, day and month of birth): nobody is named, and the two can be paired.</source>
        <translation>Cada persona escribe el mismo código en las dos pruebas (dos letras del nombre de su madre, día y mes de nacimiento): nadie se nombra y las dos se pueden juntar.</translation>
    </message>
    <message>
        <source>Write code and right answers · Enter goes on · Ctrl+Delete takes a row out</source>
        <translation>Escriba código y respuestas correctas · Intro sigue · Ctrl+Supr quita una fila</translation>
    </message>
    <message>
        <source>Choose the questions…</source>
        <translation>Elegir las preguntas…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Right before</source>
        <translation>Correctas antes</translation>
    </message>
    <message>
        <source>Right after</source>
        <translation>Correctas después</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Write a code…</source>
        <translation>Escriba un código…</translation>
    </message>
    <message>
        <source>The modules of the plan have no questions.</source>
        <translation>Los módulos del plan no tienen preguntas.</translation>
    </message>
    <message>
        <source>“{code}” is here already: this is its row. If they are two people, add a letter to one of them.</source>
        <translation>«{code}» ya está: esta es su fila. Si son dos personas, agregue una letra a una de ellas.</translation>
    </message>
    <message>
        <source>Of those who took both</source>
        <translation>De quienes hicieron las dos</translation>
    </message>
    <message>
        <source>The test of this workshop</source>
        <translation>La prueba de este taller</translation>
    </message>
    <message>
        <source>Nobody has both tests yet.</source>
        <translation>Nadie tiene todavía las dos pruebas.</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Fewer right</source>
        <translation>Menos correctas</translation>
    </message>
    <message>
        <source>Only one test</source>
        <translation>Solo una prueba</translation>
    </message>
    <message>
        <source>These are few people: the change speaks of them and of nobody else.</source>
        <translation>Son pocas personas: el cambio habla de ellas y de nadie más.</translation>
    </message>
    <message>
        <source>{before} right before, {after} after</source>
        <translation>{before} correctas antes, {after} después</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>o</source>
        <comment>key for: open</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>d</source>
        <comment>key for: done</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>dejado</translation>
    </message>
    <message>
        <source>x</source>
        <comment>key for: dropped</comment>
        <translation>x</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>What we will do</source>
        <translation>Qué haremos</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>How it will be known</source>
        <translation>Cómo se sabrá</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Apoyo</translation>
    </message>
    <message>
        <source>That is no date: 30/6, 30/6/2026 or +30.</source>
        <translation>Eso no es una fecha: 30/6, 30/6/2026 o +30.</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>What each group will do, who, by when, and how it will be known.</source>
        <translation>Qué hará cada grupo, quién, para cuándo y cómo se sabrá.</translation>
    </message>
    <message>
        <source>A date can be written as 30/6, 30/6/2026 or +30 (days from now) · Enter goes on · Ctrl+Delete takes a row out</source>
        <translation>La fecha se puede escribir 30/6, 30/6/2026 o +30 (días desde hoy) · Intro sigue · Ctrl+Supr quita una fila</translation>
    </message>
    <message>
        <source>See them in Follow-up</source>
        <translation>Verlos en Seguimiento</translation>
    </message>
    <message>
        <source>Save for a calendar (.ics)…</source>
        <translation>Guardar para un calendario (.ics)…</translation>
    </message>
    <message>
        <source>Group…</source>
        <translation>Grupo…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>commitments.ics</source>
        <translation>compromisos.ics</translation>
    </message>
    <message>
        <source>The row was taken out.</source>
        <translation>La fila se quitó.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>This day is empty.</source>
        <translation>Este día está vacío.</translation>
    </message>
    <message>
        <source>That was the last block of the day.</source>
        <translation>Ese era el último bloque del día.</translation>
    </message>
    <message>
        <source>Then: {title}, {minutes} min</source>
        <translation>Después: {title}, {minutes} min</translation>
    </message>
    <message>
        <source>This is the last block of the day.</source>
        <translation>Este es el último bloque del día.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>before {title}</source>
        <translation>antes de {title}</translation>
    </message>
    <message>
        <source>before the end of the day</source>
        <translation>antes del final del día</translation>
    </message>
    <message>
        <source>{minutes} late {before}</source>
        <translation>{minutes} de atraso {before}</translation>
    </message>
    <message>
        <source>{minutes} to spare {before}</source>
        <translation>{minutes} de sobra {before}</translation>
    </message>
    <message>
        <source>The workshop has no questions.</source>
        <translation>El taller no tiene preguntas.</translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation>Pregunta {number} de {total}</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Se acabó el tiempo</translation>
    </message>
    <message>
        <source>“{title}”: from {before} to {after} min</source>
        <translation>«{title}»: de {before} a {after} min</translation>
    </message>
    <message>
        <source>Leave out “{title}” ({before} min)</source>
        <translation>Quitar «{title}» ({before} min)</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message numerus="yes">
        <source>%n minute(s) won. Ctrl+Z goes back.</source>
        <translation>
            <numerusform>%n minuto ganado. Ctrl+Z vuelve atrás.</numerusform>
            <numerusform>%n minutos ganados. Ctrl+Z vuelve atrás.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) more would still be missing.</source>
        <translation>
            <numerusform>Todavía faltaría %n minuto.</numerusform>
            <numerusform>Todavía faltarían %n minutos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunSide</name>
    <message>
        <source>Open the screen for the room</source>
        <translation>Abrir la pantalla para la sala</translation>
    </message>
    <message>
        <source>Ask for a show of hands</source>
        <translation>Pedir manos alzadas</translation>
    </message>
    <message>
        <source>Show the groups</source>
        <translation>Mostrar los grupos</translation>
    </message>
    <message>
        <source>Darken the screen</source>
        <translation>Oscurecer la pantalla</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>Empezar el reloj</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Hacerlo</translation>
    </message>
    <message>
        <source>There is one screen: the page fills it and hides your notes. Esc comes back.</source>
        <translation>Hay una sola pantalla: la página la llena y tapa sus notas. Esc vuelve.</translation>
    </message>
    <message>
        <source>Timer, minutes</source>
        <translation>Reloj, minutos</translation>
    </message>
    <message>
        <source>We are late by, minutes</source>
        <translation>Vamos atrasados, minutos</translation>
    </message>
    <message>
        <source>Space or Right: next · Left: back · N next block · P screen · H hands · T timer · L late · A do it · B dark</source>
        <translation>Espacio o Derecha: siguiente · Izquierda: atrás · N bloque siguiente · P pantalla · H manos · T reloj · L atraso · A hacerlo · B oscurecer</translation>
    </message>
    <message>
        <source>Nothing that is left may give.</source>
        <translation>Nada de lo que queda puede ceder.</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Parar el reloj</translation>
    </message>
    <message>
        <source>Leave the questions</source>
        <translation>Salir de las preguntas</translation>
    </message>
    <message>
        <source>Close the screen for the room</source>
        <translation>Cerrar la pantalla para la sala</translation>
    </message>
    <message>
        <source>Light the screen</source>
        <translation>Encender la pantalla</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next block</source>
        <translation>Bloque siguiente</translation>
    </message>
    <message>
        <source>Only for you</source>
        <translation>Solo para usted</translation>
    </message>
    <message>
        <source>Day that is run</source>
        <translation>Día que se dirige</translation>
    </message>
    <message>
        <source>Agenda of the day</source>
        <translation>Agenda del día</translation>
    </message>
    <message>
        <source>Steps of the block</source>
        <translation>Pasos del bloque</translation>
    </message>
    <message>
        <source>Run the workshop from here.</source>
        <translation>Dirija el taller desde aquí.</translation>
    </message>
    <message>
        <source>You see notes, time and what comes next; the room sees one idea at a time on the other screen. A power cut loses nothing: it goes on where it was.</source>
        <translation>Usted ve notas, hora y lo que sigue; la sala ve una idea a la vez en la otra pantalla. Un corte de luz no pierde nada: sigue donde iba.</translation>
    </message>
    <message>
        <source>Begin the day</source>
        <translation>Empezar el día</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
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
        <source>What goes in</source>
        <translation>Qué lleva</translation>
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
        <source>The texts</source>
        <translation>Los textos</translation>
    </message>
    <message>
        <source>The texts side by side (two to four)</source>
        <translation>Los textos lado a lado (de dos a cuatro)</translation>
    </message>
    <message>
        <source>Only my notes on them</source>
        <translation>Solo mis notas sobre ellos</translation>
    </message>
    <message>
        <source>Participants, without answers</source>
        <translation>Participantes, sin respuestas</translation>
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
        <source>Spanish and English</source>
        <translation>Español e inglés</translation>
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
        <source>The papers of a workshop, all in one folder: in Workshops, open the workshop and go to “Papers and report”.</source>
        <translation>Los impresos de un taller, todos en una carpeta: en Talleres, abra el taller y vaya a «Materiales e informe».</translation>
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
        <source>Batea pack</source>
        <translation>Paquete de Batea</translation>
    </message>
    <message>
        <source>For another Batea, and for any browser.</source>
        <translation>Para otra Batea y para cualquier navegador.</translation>
    </message>
    <message>
        <source>Choose at least one text.</source>
        <translation>Elija al menos un texto.</translation>
    </message>
    <message>
        <source>Weighing…</source>
        <translation>Calculando…</translation>
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
    <message>
        <source>Names and free texts that leave:</source>
        <translation>Nombres y textos libres que salen:</translation>
    </message>
    <message>
        <source>Whoever has Batea reads it before accepting it and can take it back later. Whoever does not opens the page that is inside, in any browser.</source>
        <translation>Quien tiene Batea lo revisa antes de aceptarlo y puede deshacerlo después. Quien no la tiene abre la página que va dentro, en cualquier navegador.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n texto</numerusform>
            <numerusform>%n textos</numerusform>
        </translation>
    </message>
    <message>
        <source>{texts}, {size}.</source>
        <translation>{texts}, {size}.</translation>
    </message>
    <message>
        <source>{texts}, about {size}.</source>
        <translation>{texts}, unos {size}.</translation>
    </message>
    <message>
        <source>Picture not found: {name}</source>
        <translation>Imagen que falta: {name}</translation>
    </message>
    <message>
        <source>Not included: {what}.</source>
        <translation>No se incluye: {what}.</translation>
    </message>
    <message>
        <source>To know:</source>
        <translation>Conviene saber:</translation>
    </message>
    <message>
        <source>The first page as it will be</source>
        <translation>La primera página, como quedará</translation>
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
        <source>Saved: {name}, {size}.</source>
        <translation>Guardado: {name}, {size}.</translation>
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
        <source>Index not up to date</source>
        <translation>El índice no está al día</translation>
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
        <source>%n country(ies)</source>
        <translation>
            <numerusform>%n país</numerusform>
            <numerusform>%n países</numerusform>
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
        <source>See the backups…</source>
        <translation>Ver las copias…</translation>
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
    <name>SidePanel</name>
    <message>
        <source>Before the day</source>
        <translation>Antes del día</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloque</translation>
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
    <name>TestsPage</name>
    <message numerus="yes">
        <source>There are %n question(s): no more can be right.</source>
        <translation>
            <numerusform>Hay %n pregunta: no puede haber más aciertos.</numerusform>
            <numerusform>Hay %n preguntas: no puede haber más aciertos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) had other questions after than before: their change says little.</source>
        <translation>
            <numerusform>A %n persona se le preguntó otra cosa después que antes: su cambio dice poco.</numerusform>
            <numerusform>A %n personas se les preguntó otra cosa después que antes: su cambio dice poco.</numerusform>
        </translation>
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
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Next workshop</source>
        <translation>Próximo taller</translation>
    </message>
    <message>
        <source>Workshop in hand</source>
        <translation>Taller en marcha</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>To read</source>
        <translation>Para leer</translation>
    </message>
    <message>
        <source>Came in a pack</source>
        <translation>Llegó en un paquete</translation>
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
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>Logo for covers</source>
        <translation>Logotipo para las portadas</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
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
        <source>translation out of date</source>
        <translation>traducción desactualizada</translation>
    </message>
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
        <source>in Spanish</source>
        <translation>en español</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en inglés</translation>
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
<context>
    <name>WorkshopsList</name>
    <message>
        <source>Workshops</source>
        <translation>Talleres</translation>
    </message>
    <message>
        <source>From an agenda to printed material, to the room, and to what was agreed.</source>
        <translation>De una agenda al material impreso, a la sala y a lo que se acordó.</translation>
    </message>
    <message>
        <source>New workshop…</source>
        <translation>Taller nuevo…</translation>
    </message>
    <message>
        <source>Here your workshops will stand.</source>
        <translation>Aquí estarán sus talleres.</translation>
    </message>
    <message>
        <source>Begin with a ready agenda and change it: times are computed, lunch stays at noon, materials are counted and nothing is lost.</source>
        <translation>Empiece con una agenda lista y cámbiela: las horas se calculan, el almuerzo queda al mediodía, los materiales se cuentan y nada se pierde.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>All workshops</source>
        <translation>Todos los talleres</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Rehacer (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Make the folder…</source>
        <translation>Hacer la carpeta…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Dirigir</translation>
    </message>
    <message>
        <source>Change title, place, people, language…</source>
        <translation>Cambiar título, lugar, personas, idioma…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>En la sala</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Asistencia</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Papers and report</source>
        <translation>Materiales e informe</translation>
    </message>
</context>
<context>
    <name>_Agreed</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n día de atraso</numerusform>
            <numerusform>%n días de atraso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>en %n día</numerusform>
            <numerusform>en %n días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>Guardar como plantilla</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>_Checks</name>
    <message>
        <source>No block asks for materials yet.</source>
        <translation>Ningún bloque pide materiales todavía.</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>Por arreglar</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
</context>
<context>
    <name>_Form</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>_Sources</name>
    <message>
        <source>Module, case or method</source>
        <translation>Módulo, caso o método</translation>
    </message>
    <message>
        <source>Look for something to add</source>
        <translation>Buscar algo que añadir</translation>
    </message>
    <message>
        <source>What can be added</source>
        <translation>Lo que se puede añadir</translation>
    </message>
    <message>
        <source>Drag it to its place, or add it after the chosen block.</source>
        <translation>Arrástrelo a su lugar o añádalo después del bloque elegido.</translation>
    </message>
    <message>
        <source>Add to the plan</source>
        <translation>Añadir al plan</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
</context>
</TS>
