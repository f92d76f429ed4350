<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lookalike</source>
        <translation>Acerca de Lookalike</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>Encuentra fotos que se parecen. Sus fotos no salen de este equipo.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>AllPhotos</name>
    <message>
        <source>Drop, paste or open a picture to find similar photos</source>
        <translation>Suelte, pegue o abra una imagen para buscar fotos similares</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} de {photos}</translation>
    </message>
</context>
<context>
    <name>ArchiveParts</name>
    <message>
        <source>Opening the archive…</source>
        <translation>Abriendo el archivo…</translation>
    </message>
    <message>
        <source>Its codes are mapped into memory.</source>
        <translation>Sus códigos se proyectan en la memoria.</translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation>No se puede abrir el archivo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>No hay fotos</translation>
    </message>
    <message>
        <source>None of the files in the archive is a photo.</source>
        <translation>Ninguno de los ficheros del archivo es una foto.</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Photos of the archive</source>
        <translation>Fotos del archivo</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} de {photos}</translation>
    </message>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · solo lectura</translation>
    </message>
    <message>
        <source>Archive {folder}</source>
        <translation>Archivo {folder}</translation>
    </message>
</context>
<context>
    <name>BatchRenameDialog</name>
    <message>
        <source>Rename {photos}</source>
        <translation>Cambiar el nombre de {photos}</translation>
    </message>
    <message>
        <source>Pattern of the new names</source>
        <translation>Patrón de los nombres nuevos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>Nombre original</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>{photos} will be renamed. The endings of the names stay.</source>
        <translation>Se renombrarán {photos}. Las extensiones no cambian.</translation>
    </message>
    <message>
        <source>1 name is not possible: {problem}</source>
        <translation>1 nombre no es posible: {problem}</translation>
    </message>
    <message>
        <source>{count} names are not possible. The first: {problem}</source>
        <translation>{count} nombres no son posibles. El primero: {problem}</translation>
    </message>
    <message>
        <source>Insert {token}</source>
        <translation>Insertar {token}</translation>
    </message>
    <message>
        <source>Current and new names</source>
        <translation>Nombres actuales y nuevos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Insertar:</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the code</source>
        <translation>Bits del código</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos for every query.</source>
        <translation>Ambos modelos encuentran las mismas fotos en todas las búsquedas.</translation>
    </message>
    <message>
        <source>Finish and reveal the models</source>
        <translation>Terminar y revelar los modelos</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Sin diferencia</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>{number} of {count}: which row has more photos like this one?</source>
        <translation>{number} de {count}: ¿qué fila tiene más fotos como esta?</translation>
    </message>
</context>
<context>
    <name>CheckStatus</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter “{condition}”</source>
        <translation>Quitar el filtro «{condition}»</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>1 more filter</source>
        <translation>1 filtro más</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>{count} more filters</source>
        <translation>{count} filtros más</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>A model is being trained</source>
        <translation>Se está entrenando un modelo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>Detener por ahora</translation>
    </message>
    <message>
        <source>You can continue training in the background without the window; the next start shows the result. If you stop, progress is kept and you can resume later.</source>
        <translation>El entrenamiento puede continuar en segundo plano sin la ventana; el próximo inicio mostrará el resultado. Si lo detiene, el progreso se conserva y podrá reanudarlo más tarde.</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>What the code sees</source>
        <translation>Lo que ve el código</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dibujando…</translation>
    </message>
    <message>
        <source>Nearest photos</source>
        <translation>Fotos más cercanas</translation>
    </message>
    <message>
        <source>Drawn from {count} bits</source>
        <translation>Dibujado a partir de {count} bits</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit flipped</source>
        <translation>1 bit invertido</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>1 de {bits} bits difiere de {name}.</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>Haga clic en un bit para invertirlo. Seleccione una foto para comparar su código.</translation>
    </message>
    <message>
        <source>Code lens</source>
        <translation>Lupa de código</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below. The pictures above are drawn from these marks alone.</source>
        <translation>Las fotos se comparan mediante {count} marcas de sí o no, los cuadrados de abajo. Las imágenes de arriba se dibujan solo a partir de estas marcas.</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below.</source>
        <translation>Las fotos se comparan mediante {count} marcas de sí o no, los cuadrados de abajo.</translation>
    </message>
    <message>
        <source>No bits flipped</source>
        <translation>Ningún bit invertido</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>{count} bits flipped</source>
        <translation>{count} bits invertidos</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}. Darker means it matters more to this search.</source>
        <translation>{count} de {bits} bits difieren de {name}. Cuanto más oscuro, más importa en esta búsqueda.</translation>
    </message>
    <message>
        <source>{name} has the same code.</source>
        <translation>{name} tiene el mismo código.</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the path to {name}: {gone} of {count} bits</source>
        <translation>En el camino hacia {name}: {gone} de {count} bits</translation>
    </message>
    <message>
        <source>The path from the query's code to the photo's code</source>
        <translation>El camino desde el código de la búsqueda hasta el código de la foto</translation>
    </message>
    <message>
        <source>{name}, the photo closest to the path after {bits}</source>
        <translation>{name}, la foto más cercana al camino después de {bits}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the models on this library…</source>
        <translation>Comparando los modelos con esta biblioteca…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>Comprobarlo en persona</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
    <message>
        <source>What their codes have kept</source>
        <translation>Lo que han conservado sus códigos</translation>
    </message>
    <message>
        <source>“{new}” compared with “{old}”</source>
        <translation>«{new}» comparado con «{old}»</translation>
    </message>
</context>
<context>
    <name>ComponentFlow</name>
    <message>
        <source>Install from folder</source>
        <translation>Instalar desde carpeta</translation>
    </message>
</context>
<context>
    <name>ComponentRemoval</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove component ({size})…</source>
        <translation>Eliminar el componente ({size})…</translation>
    </message>
    <message>
        <source>This removes the training component and frees {size}. Only thorough training needs it. Searching, your models and quick training work as before, and you can install it again.</source>
        <translation>Se eliminará el componente de entrenamiento y se liberarán {size}. Solo lo necesita el entrenamiento completo. La búsqueda, sus modelos y el entrenamiento rápido funcionan como antes, y puede volver a instalarlo.</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Install training component</source>
        <translation>Instalar el componente de entrenamiento</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>Instalar desde carpeta…</translation>
    </message>
    <message>
        <source>A folder that “lookalike component download” has filled, on a computer with a network</source>
        <translation>Una carpeta que «lookalike component download» ha llenado en un ordenador con red</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Removing the training component…</source>
        <translation>Eliminando el componente de entrenamiento…</translation>
    </message>
    <message>
        <source>The training component is removed; {size} are free again. Searching, your models and quick training work as before.</source>
        <translation>Se eliminó el componente de entrenamiento; vuelven a estar libres {size}. La búsqueda, sus modelos y el entrenamiento rápido funcionan como antes.</translation>
    </message>
    <message>
        <source>The training component (PyTorch) is installed. Only thorough training uses it.</source>
        <translation>El componente de entrenamiento (PyTorch) está instalado. Solo lo usa el entrenamiento completo.</translation>
    </message>
    <message>
        <source>There is a component that this version cannot use: an earlier version installed it, or an installation was interrupted.</source>
        <translation>Hay un componente que esta versión no puede usar: lo instaló una versión anterior, o se interrumpió una instalación.</translation>
    </message>
    <message>
        <source>Thorough training needs PyTorch, which is not installed. The build for {device} is a download of about {download}, which takes {disk} on disk. It is fetched only when you press the button, and only once. Your photos never leave this computer.</source>
        <translation>El entrenamiento completo necesita PyTorch, que no está instalado. La versión para {device} es una descarga de unos {download} y ocupa {disk} en disco. Se descarga solo al pulsar el botón, y una sola vez. Sus fotos nunca salen de este equipo.</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>This build of Lookalike can only train quickly. To train thoroughly, install Lookalike with pip (pip install "lookalike[train]"). It opens the same library, and its models can be used here.</source>
        <translation>Esta versión de Lookalike solo permite el entrenamiento rápido. Para el entrenamiento completo, instale Lookalike con pip (pip install "lookalike[train]"). Abre la misma biblioteca, y sus modelos se pueden usar aquí.</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Photos with copies, by group</source>
        <translation>Fotos con copias, por grupo</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>No hay duplicados</translation>
    </message>
    <message>
        <source>No two photos of the archive are the same.</source>
        <translation>No hay dos fotos iguales en el archivo.</translation>
    </message>
    <message>
        <source>Finding duplicates…</source>
        <translation>Buscando duplicados…</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Buscando duplicados: {done} de {total}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Details are in {log}. Nothing was sent anywhere.</source>
        <translation>Los detalles están en {log}. No se ha enviado nada a ninguna parte.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Ver registro</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha fallado</translation>
    </message>
    <message>
        <source>Your last action may not have completed. You can continue; if this happens again, quit and restart Lookalike.</source>
        <translation>Es posible que la última acción no se haya completado. Puede continuar; si vuelve a ocurrir, cierre Lookalike y vuelva a abrirlo.</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike quit unexpectedly last time. Details are in {log}.</source>
        <translation>Lookalike se cerró inesperadamente la última vez. Los detalles están en {log}.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Ver registro</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}). Details are in the log.</source>
        <translation>Algo ha vuelto a fallar ({error}). Los detalles están en el registro.</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Date, from</source>
        <translation>Fecha, desde</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>Fecha, hasta</translation>
    </message>
</context>
<context>
    <name>DateTree</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Any date</source>
        <translation>Cualquier fecha</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Find duplicates</source>
        <translation>Buscar duplicados</translation>
    </message>
    <message>
        <source>What to keep…</source>
        <translation>Qué conservar…</translation>
    </message>
    <message>
        <source>Finding more…</source>
        <translation>Buscando más…</translation>
    </message>
    <message>
        <source>Nothing else is known yet</source>
        <translation>Aún no se conoce nada más</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>1 archivo con error</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>Archivos con error</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Ningún problema</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Reintentar todo</translation>
    </message>
    <message>
        <source>Retry {count}</source>
        <translation>Reintentar {count}</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>{count} archivos con error</translation>
    </message>
</context>
<context>
    <name>DiscardBar</name>
    <message>
        <source>Clear marks</source>
        <translation>Borrar las marcas</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>{files} marked to be discarded · {size}</source>
        <translation>Para descartar: {files} · {size}</translation>
    </message>
</context>
<context>
    <name>DiscardSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Merge ratings and keywords</source>
        <translation>Combinar valoraciones y palabras clave</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Replace by links…</source>
        <translation>Sustituir por enlaces…</translation>
    </message>
    <message>
        <source>The paths stay; the content is stored once</source>
        <translation>Las rutas se mantienen; el contenido se guarda una sola vez</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Mover a…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Hard links: one file with several paths</source>
        <translation>Enlaces físicos: un archivo con varias rutas</translation>
    </message>
    <message>
        <source>Reflinks: separate files that share their space</source>
        <translation>Enlaces por referencia: archivos separados que comparten su espacio</translation>
    </message>
    <message>
        <source>Frees {size}. Of each group at least one file stays. You can undo it.</source>
        <translation>Libera {size}. De cada grupo queda al menos un archivo. Se puede deshacer.</translation>
    </message>
    <message>
        <source>Into XMP files beside the photos that stay: the highest rating, and all keywords.</source>
        <translation>En archivos XMP junto a las fotos que se conservan: la valoración más alta y todas las palabras clave.</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>Distancias de todas las fotos</translation>
    </message>
    <message>
        <source>Number of photos at each distance. Drag the handles to limit the results. Arrow keys move the right handle; with Shift, the left one.</source>
        <translation>Número de fotos a cada distancia. Arrastre los tiradores para limitar los resultados. Las teclas de flecha mueven el tirador derecho; con Mayús, el izquierdo.</translation>
    </message>
</context>
<context>
    <name>DistancePanel</name>
    <message>
        <source>All distances</source>
        <translation>Todas las distancias</translation>
    </message>
    <message>
        <source>Hide near-duplicates</source>
        <translation>Ocultar casi duplicadas</translation>
    </message>
    <message>
        <source>Hide photos from the same folder</source>
        <translation>Ocultar fotos de la misma carpeta</translation>
    </message>
    <message>
        <source>Hide photos in the folder of the query picture</source>
        <translation>Ocultar las fotos de la carpeta de la imagen de búsqueda</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>Casi duplicadas ocultas: {count}</translation>
    </message>
    <message>
        <source>Show only the closest of several versions of the same photo</source>
        <translation>Mostrar solo la más cercana de varias versiones de la misma foto</translation>
    </message>
    <message>
        <source>Similar: up to {percent} % different</source>
        <translation>Similares: hasta un {percent} % de diferencia</translation>
    </message>
    <message>
        <source>Up to {percent} % different</source>
        <translation>Hasta un {percent} % de diferencia</translation>
    </message>
    <message>
        <source>{least} to {most} % different</source>
        <translation>Del {least} al {most} % de diferencia</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider</source>
        <translation>Divisor</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open this library</source>
        <translation>Suelte para abrir esta biblioteca</translation>
    </message>
    <message>
        <source>Drop to see which photos of this folder are new</source>
        <translation>Suelte para ver qué fotos de esta carpeta son nuevas</translation>
    </message>
    <message>
        <source>Drop to see which photos of these folders are new</source>
        <translation>Suelte para ver qué fotos de estas carpetas son nuevas</translation>
    </message>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>Suelte para añadir esta carpeta a la biblioteca</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>Suelte para buscar fotos similares</translation>
    </message>
</context>
<context>
    <name>DuplicatesFlow</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates, the groups with most to save first</source>
        <translation>Duplicados; primero, los grupos que más espacio ahorran</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove this example</source>
        <translation>Como {name}: haga clic para quitar este ejemplo</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove this example</source>
        <translation>No como {name}: haga clic para quitar este ejemplo</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>no como {name}</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>imagen pegada</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>Más ejemplos</translation>
    </message>
    <message>
        <source>Remove 1 more example</source>
        <translation>Quitar 1 ejemplo más</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>Quitar uno de otros {count} ejemplos</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>A folder at the top</source>
        <translation>Una carpeta en el nivel superior</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Except this file</source>
        <translation>Excepto este archivo</translation>
    </message>
    <message>
        <source>Excluded files</source>
        <translation>Archivos excluidos</translation>
    </message>
    <message>
        <source>Excluded photos are not deleted. They return when you remove the pattern, without being read again.</source>
        <translation>Las fotos excluidas no se eliminan. Vuelven al quitar el patrón, sin leerse de nuevo.</translation>
    </message>
    <message>
        <source>Files with this ending</source>
        <translation>Archivos con esta extensión</translation>
    </message>
    <message>
        <source>Folders of this name</source>
        <translation>Carpetas con este nombre</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Links that lead out of the library's folders</source>
        <translation>Enlaces que salen de las carpetas de la biblioteca</translation>
    </message>
    <message>
        <source>One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of the library.</source>
        <translation>Un patrón por línea, con la sintaxis de .gitignore. Los patrones se aplican a todas las carpetas de la biblioteca.</translation>
    </message>
    <message>
        <source>Patterns of excluded files</source>
        <translation>Patrones de los archivos excluidos</translation>
    </message>
    <message>
        <source>Save and rescan</source>
        <translation>Guardar y volver a examinar</translation>
    </message>
    <message>
        <source>Trash folders, caches and previews of other programs are always left out.</source>
        <translation>Las papeleras, las cachés y las vistas previas de otros programas siempre se excluyen.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>Hoja de contactos (PNG)…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>Papel (PDF)</translation>
    </message>
    <message>
        <source>Names below the photos</source>
        <translation>Nombres debajo de las fotos</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>Exportar {photos}</translation>
    </message>
    <message>
        <source>Include codes</source>
        <translation>Incluir códigos</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)…</source>
        <translation>Hoja de contactos (PDF)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabla (CSV)…</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>No program is set to open {path}. Choose a default program for this file type first.</source>
        <translation>Ningún programa está configurado para abrir {path}. Elija primero un programa predeterminado para este tipo de archivo.</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>No se pudo abrir {path} con ese programa.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Thumbnail size</source>
        <translation>Tamaño de las miniaturas</translation>
    </message>
    <message>
        <source>Thumbnail size ({larger} and {smaller})</source>
        <translation>Tamaño de las miniaturas ({larger} y {smaller})</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Tamaño del archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>All folders</source>
        <translation>Todas las carpetas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
</context>
<context>
    <name>GroupComparison</name>
    <message>
        <source>Comparing</source>
        <translation>Comparación</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LeftOutRow</name>
    <message>
        <source>Without {count} bits</source>
        <translation>Sin {count} bits</translation>
    </message>
</context>
<context>
    <name>LensChanges</name>
    <message>
        <source>What both codes have in common, and the query with bits taken over from {name}, those that matter most first:</source>
        <translation>Lo común a ambos códigos y la búsqueda con bits de {name}, primero los más importantes:</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>En común</translation>
    </message>
    <message>
        <source>{count} of {bits}</source>
        <translation>{count} de {bits}</translation>
    </message>
    <message>
        <source>The query with {count} of the {bits} that differ taken over</source>
        <translation>La búsqueda tras tomar {count} de los bits que difieren ({bits})</translation>
    </message>
    <message>
        <source>What both have in common, without the {bits} that differ</source>
        <translation>Lo que ambos tienen en común, sin lo que difiere ({bits})</translation>
    </message>
</context>
<context>
    <name>LensDrawings</name>
    <message>
        <source>Query</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Preview of the query's code</source>
        <translation>Vista previa del código de la búsqueda</translation>
    </message>
    <message>
        <source>Preview of the selected photo's code</source>
        <translation>Vista previa del código de la foto seleccionada</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Selección</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Kinds of duplicates</source>
        <translation>Tipos de duplicados</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Locate “{folder}”</source>
        <translation>Localizar «{folder}»</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed. Updating the library's codes…</source>
        <translation>El modelo ha cambiado. Actualizando los códigos de la biblioteca…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Photo library</source>
        <translation>Biblioteca de fotos</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Nueva biblioteca</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Abrir una biblioteca</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Abrir un archivo</translation>
    </message>
    <message>
        <source>Open recent library</source>
        <translation>Abrir biblioteca reciente</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training progress</source>
        <translation>Progreso del entrenamiento</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Copy code</source>
        <translation>Copiar código</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Lo que ve el código</translation>
    </message>
    <message>
        <source>Select a photo to see its details.</source>
        <translation>Seleccione una foto para ver sus detalles.</translation>
    </message>
</context>
<context>
    <name>MissingLibraryDialog</name>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>No hay ninguna biblioteca en {folder}.</translation>
    </message>
    <message>
        <source>Create it there, or choose another? If it is on a drive, connect that first.</source>
        <translation>¿Crearla ahí o elegir otra? Si está en una unidad externa, conéctela primero.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Elegir otra…</translation>
    </message>
    <message>
        <source>Create it there</source>
        <translation>Crearla ahí</translation>
    </message>
    <message>
        <source>Open my library</source>
        <translation>Abrir mi biblioteca</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Reentrenar</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Import model…</source>
        <translation>Importar modelo…</translation>
    </message>
    <message>
        <source>The selected model is used for searching. Switching does not reread your photos.</source>
        <translation>El modelo seleccionado se usa para buscar. Al cambiar de modelo no se vuelven a leer las fotos.</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>Model exported to {path}.</source>
        <translation>Modelo exportado a {path}.</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Nothing was changed. The library still uses “{model}”.</source>
        <translation>No se ha cambiado nada. La biblioteca sigue usando «{model}».</translation>
    </message>
    <message>
        <source>Now searching with “{model}”.</source>
        <translation>Ahora se busca con «{model}».</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Reentrenar…</translation>
    </message>
    <message>
        <source>Switching to {model} was interrupted. The previous model is still in use.</source>
        <translation>El cambio a {model} se interrumpió. Se sigue usando el modelo anterior.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{photos} are new since the model was trained. Retraining on this library may find more related photos.</source>
        <translation>Hay {photos} sin incluir en el entrenamiento del modelo. Reentrenarlo con esta biblioteca puede encontrar más fotos relacionadas.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>Acciones para {model}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare with current model</source>
        <translation>Comparar con el modelo actual</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nombre del modelo</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esta acción no se puede deshacer.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>Usar {model}</translation>
    </message>
    <message>
        <source>Will be used when current work is finished.</source>
        <translation>Se usará cuando termine el trabajo actual.</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
</context>
<context>
    <name>ModelTransfer</name>
    <message>
        <source>Checking the file before importing…</source>
        <translation>Comprobando el archivo antes de importarlo…</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>Exportar {model}</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>Exportando el modelo…</translation>
    </message>
    <message>
        <source>Model imported. It uses different features: switching to it rereads every photo.</source>
        <translation>Modelo importado. Usa otras características: al cambiar a él se vuelven a leer todas las fotos.</translation>
    </message>
    <message>
        <source>Model imported. You can now compare or use it.</source>
        <translation>Modelo importado. Ya se puede comparar o usar.</translation>
    </message>
    <message>
        <source>The library already has this model. Nothing was changed.</source>
        <translation>La biblioteca ya tiene este modelo. No se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>NeighbourGrid</name>
    <message>
        <source>{name}: {bits} of its code are different. Click to look at it.</source>
        <translation>{name}: su código difiere en {bits}. Haga clic para verlo.</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Vista previa de {name}</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>The same photo</source>
        <translation>La misma foto</translation>
    </message>
</context>
<context>
    <name>NewcomersDialog</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Buscar fotos nuevas en una carpeta</translation>
    </message>
    <message>
        <source>Check another folder…</source>
        <translation>Comprobar otra carpeta…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Photos of the folder</source>
        <translation>Fotos de la carpeta</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>NewcomersFlow</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Buscar fotos nuevas en una carpeta</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Copiar en</translation>
    </message>
</context>
<context>
    <name>OutliersFlow</name>
    <message>
        <source>Unusual photos</source>
        <translation>Fotos inusuales</translation>
    </message>
</context>
<context>
    <name>OutliersView</name>
    <message>
        <source>Finding unusual photos: {done} of {total}…</source>
        <translation>Buscando fotos inusuales: {done} de {total}…</translation>
    </message>
    <message>
        <source>Finding unusual photos…</source>
        <translation>Buscando fotos inusuales…</translation>
    </message>
    <message>
        <source>No unusual photos</source>
        <translation>Ninguna foto inusual</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, most unusual first: hardly any other photos are similar.</source>
        <translation>Las {count} más inusuales de {total}, primero las más inusuales: casi no hay otras fotos similares.</translation>
    </message>
    <message>
        <source>There are not enough photos to find unusual ones.</source>
        <translation>No hay suficientes fotos para encontrar las inusuales.</translation>
    </message>
    <message>
        <source>Unusual photos, most unusual first</source>
        <translation>Fotos inusuales, primero las más inusuales</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Earlier photos</source>
        <translation>Fotos anteriores</translation>
    </message>
    <message>
        <source>Later photos</source>
        <translation>Fotos siguientes</translation>
    </message>
    <message>
        <source>Photos {first} to {last} of {count}</source>
        <translation>Fotos {first} a {last} de {count}</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Export {photos}</source>
        <translation>Exportar {photos}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>photo {place} of {count}</source>
        <translation>foto {place} de {count}</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Visor</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Añadir una carpeta de fotos</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>El portapapeles no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>La imagen soltada</translation>
    </message>
    <message>
        <source>This link does not contain a picture, and Lookalike never downloads anything. Copy or save the picture itself.</source>
        <translation>Este enlace no contiene una imagen, y Lookalike nunca descarga nada. Copie o guarde la propia imagen.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>No previews</source>
        <translation>Sin vistas previas</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Press Space to see it large.</source>
        <translation>Pulse Espacio para verla en grande.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>A search can have at most {count} examples.</source>
        <translation>Una búsqueda puede tener como máximo {count} ejemplos.</translation>
    </message>
    <message>
        <source>A search needs at least one picture.</source>
        <translation>Una búsqueda necesita al menos una imagen.</translation>
    </message>
    <message>
        <source>Search for something first, then exclude photos like this.</source>
        <translation>Busque primero algo y después excluya fotos como esta.</translation>
    </message>
    <message>
        <source>Searching for the first {most} of {count} pictures.</source>
        <translation>Se buscan las primeras {most} de {count} imágenes.</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Distancias</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>Imagen de búsqueda</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>Buscar la imagen completa</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>Volver a buscar la imagen completa</translation>
    </message>
    <message>
        <source>Searching for</source>
        <translation>Se busca</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>Foto seleccionada</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}, desde</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, hasta</translation>
    </message>
</context>
<context>
    <name>RegionPicture</name>
    <message>
        <source>Draw a rectangle to search for that part only</source>
        <translation>Dibuje un rectángulo para buscar solo esa parte</translation>
    </message>
    <message>
        <source>Press Enter to start and finish a selection. Arrow keys move it; with Shift, they resize it. Escape cancels.</source>
        <translation>Pulse Intro para empezar y terminar una selección. Las teclas de flecha la mueven; con Mayús, cambian su tamaño. Escape cancela.</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Removes {photos} from the library. The files are not deleted.</source>
        <translation>Quita {photos} de la biblioteca. Los archivos no se eliminan.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>Cambiar el nombre de {name}</translation>
    </message>
    <message>
        <source>New name, without {suffix}</source>
        <translation>Nombre nuevo, sin {suffix}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nombre nuevo</translation>
    </message>
</context>
<context>
    <name>RenamePreview</name>
    <message>
        <source>New name</source>
        <translation>Nombre nuevo</translation>
    </message>
    <message>
        <source>Current name</source>
        <translation>Nombre actual</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Less similar below</source>
        <translation>Menos similares a continuación</translation>
    </message>
    <message>
        <source>Photos, most similar first</source>
        <translation>Fotos, primero las más similares</translation>
    </message>
    <message>
        <source>Probably no similar photos; these are the closest</source>
        <translation>Probablemente no hay fotos similares; estas son las más cercanas</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>Also learn previews</source>
        <translation>Aprender también vistas previas</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>Longitud del código</translation>
    </message>
    <message>
        <source>Estimating the time on this computer…</source>
        <translation>Estimando el tiempo en este equipo…</translation>
    </message>
    <message>
        <source>Longer codes distinguish more photos; shorter codes search faster.</source>
        <translation>Los códigos más largos distinguen más fotos; los más cortos se buscan más rápido.</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. They are not needed for searching and take longer to train.</source>
        <translation>Las vistas previas muestran lo que un código ha conservado de una foto. No hacen falta para buscar y requieren un entrenamiento más largo.</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Reentrenar</translation>
    </message>
    <message>
        <source>Search only</source>
        <translation>Solo búsqueda</translation>
    </message>
    <message>
        <source>Install training component…</source>
        <translation>Instalar el componente de entrenamiento…</translation>
    </message>
    <message>
        <source>Training component…</source>
        <translation>Componente de entrenamiento…</translation>
    </message>
    <message>
        <source>Thorough training needs a component that is not installed: PyTorch.</source>
        <translation>El entrenamiento completo necesita un componente que no está instalado: PyTorch.</translation>
    </message>
    <message>
        <source>Train a model on your own photos to find more related ones. Nothing changes until you have compared it; the current model stays, and you can switch back at any time. Photos never leave this computer.</source>
        <translation>Entrene un modelo con sus propias fotos para encontrar más fotos relacionadas. Nada cambia hasta que lo haya comparado; el modelo actual se conserva y se puede volver a él en cualquier momento. Las fotos nunca salen de este equipo.</translation>
    </message>
    <message>
        <source>Training goal</source>
        <translation>Objetivo del entrenamiento</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Bit balance: {share} %</source>
        <translation>Equilibrio de bits: {share} %</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Discards the training and its progress. This cannot be undone.</source>
        <translation>Descarta el entrenamiento y su progreso. Esta acción no se puede deshacer.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>If you stop, progress is kept and you can resume later.</source>
        <translation>Si lo detiene, el progreso se conserva y podrá reanudarlo más tarde.</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>En segundo plano: {work}</translation>
    </message>
    <message>
        <source>Pairs of a photo and its current preview</source>
        <translation>Pares de una foto y su vista previa actual</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stopped. A quick training starts again from the beginning.</source>
        <translation>Detenido. Un entrenamiento rápido vuelve a empezar desde el principio.</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>En pausa · {work}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopped at: {work}. You can resume from there.</source>
        <translation>Detenido en: {work}. Se puede reanudar desde ahí.</translation>
    </message>
    <message>
        <source>Stopping and saving progress…</source>
        <translation>Deteniendo y guardando el progreso…</translation>
    </message>
    <message>
        <source>Unique codes: {share} %</source>
        <translation>Códigos únicos: {share} %</translation>
    </message>
    <message>
        <source>Validation loss: {loss}</source>
        <translation>Pérdida de validación: {loss}</translation>
    </message>
    <message>
        <source>Waiting for other work to finish</source>
        <translation>Esperando a que terminen otros trabajos</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model trained on {photos} is ready to compare.</source>
        <translation>Un nuevo modelo entrenado con {photos} está listo para comparar.</translation>
    </message>
    <message>
        <source>A retraining is running in the background.</source>
        <translation>Hay un reentrenamiento en segundo plano.</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}. Its progress is kept.</source>
        <translation>Un reentrenamiento se interrumpió después de {time}. Su progreso se conserva.</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it made any progress.</source>
        <translation>Un reentrenamiento se interrumpió antes de avanzar.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>A quick training was interrupted. It starts again from the beginning.</source>
        <translation>Un entrenamiento rápido se interrumpió. Vuelve a empezar desde el principio.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Actions for {folder}</source>
        <translation>Acciones para {folder}</translation>
    </message>
    <message>
        <source>Hide folders</source>
        <translation>Ocultar carpetas</translation>
    </message>
    <message>
        <source>Show folders</source>
        <translation>Mostrar carpetas</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>Quitar de la biblioteca…</translation>
    </message>
</context>
<context>
    <name>RootSection</name>
    <message>
        <source>Folders in {folder}</source>
        <translation>Carpetas en {folder}</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What to keep</source>
        <translation>Qué conservar</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Más importante</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>Menos importante</translation>
    </message>
    <message>
        <source>Preferred folders, the best first</source>
        <translation>Carpetas preferidas, primero la mejor</translation>
    </message>
    <message>
        <source>Folders from which nothing is discarded</source>
        <translation>Carpetas de las que no se descarta nada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Rules, the most important first</source>
        <translation>Reglas, primero la más importante</translation>
    </message>
    <message>
        <source>The first rule that tells the photos of a group apart decides which one is suggested.</source>
        <translation>La primera regla que distingue las fotos de un grupo decide cuál se sugiere.</translation>
    </message>
    <message>
        <source>The rules cannot be saved in this library: they last until the window closes.</source>
        <translation>Las reglas no se pueden guardar en esta biblioteca: duran hasta que se cierre la ventana.</translation>
    </message>
</context>
<context>
    <name>SavedSearchList</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Buscar de nuevo</translation>
    </message>
</context>
<context>
    <name>SavedSearchLists</name>
    <message>
        <source>Search deleted: {name}</source>
        <translation>Búsqueda eliminada: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A search for a pasted picture cannot be saved. Save the picture as a file and search for it.</source>
        <translation>La búsqueda de una imagen pegada no se puede guardar. Guarde la imagen como archivo y búsquela.</translation>
    </message>
    <message>
        <source>Search for something first, then save the search.</source>
        <translation>Busque primero algo y después guarde la búsqueda.</translation>
    </message>
    <message>
        <source>Search saved: {name}</source>
        <translation>Búsqueda guardada: {name}</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Recent searches</source>
        <translation>Búsquedas recientes</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Búsquedas guardadas</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>Folder {folder}</source>
        <translation>Carpeta {folder}</translation>
    </message>
    <message>
        <source>Photos from a date range</source>
        <translation>Fotos de un intervalo de fechas</translation>
    </message>
    <message>
        <source>Photos matching the current filters</source>
        <translation>Fotos que cumplen los filtros actuales</translation>
    </message>
    <message>
        <source>Selection: {photos}</source>
        <translation>Selección: {photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Toda la biblioteca</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Entrenar con</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected photos</source>
        <translation>Fotos seleccionadas</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Selección: {count}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>CPU use while indexing</source>
        <translation>Uso de la CPU al indexar</translation>
    </message>
    <message>
        <source>{language} (not proofread)</source>
        <translation>{language} (sin revisar)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched; {rescan} to find new photos.</source>
        <translation>Las carpetas en unidades de red no se vigilan. Para encontrar fotos nuevas: {rescan}.</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>De inmediato</translation>
    </message>
    <message>
        <source>Keeps recently viewed thumbnails in memory: about {count} at the current size.</source>
        <translation>Mantiene en memoria las miniaturas vistas recientemente: unas {count} con el tamaño actual.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>No native speaker has read the translations that are marked as not proofread yet.</source>
        <translation>Ningún hablante nativo ha leído aún las traducciones marcadas como sin revisar.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Only when I rescan (F5)</source>
        <translation>Solo al volver a examinar (F5)</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Thumbnail cache</source>
        <translation>Caché de miniaturas</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Vigilar las carpetas en busca de fotos nuevas</translation>
    </message>
    <message>
        <source>rescan</source>
        <translation>volver a examinar</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} en disco</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · solo lectura</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Paused. Space continues, Esc ends the slideshow.</source>
        <translation>En pausa. Espacio continúa, Esc termina la presentación.</translation>
    </message>
    <message>
        <source>Slideshow. Space pauses, Esc ends it.</source>
        <translation>Presentación. Espacio la pausa, Esc la termina.</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sorted by: {order}, {direction}</source>
        <translation>Ordenado por: {order}, {direction}</translation>
    </message>
</context>
<context>
    <name>SpareButton</name>
    <message>
        <source>In this group</source>
        <translation>En este grupo</translation>
    </message>
    <message>
        <source>In all {count} groups of “{level}”</source>
        <translation>En los {count} grupos de «{level}»</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>En la carpeta {folder}</translation>
    </message>
</context>
<context>
    <name>StackButton</name>
    <message>
        <source>This group</source>
        <translation>Este grupo</translation>
    </message>
    <message>
        <source>The {count} groups of the selected photos</source>
        <translation>Los {count} grupos de las fotos seleccionadas</translation>
    </message>
    <message>
        <source>All {count} groups of “{level}”</source>
        <translation>Los {count} grupos de «{level}»</translation>
    </message>
</context>
<context>
    <name>StackSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Apilar</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the photo that is suggested to stay, with the others behind it.</source>
        <translation>{photos} se mostrarán como {count}: de cada grupo, la foto que se sugiere conservar, con las demás detrás.</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the picture that is not RAW and has the most pixels, with the others behind it.</source>
        <translation>{photos} se mostrarán como {count}: de cada grupo, la imagen que no es RAW y tiene más píxeles, con las demás detrás.</translation>
    </message>
    <message>
        <source>No file is touched. You can undo it. A group that is a stack is shown here again only when another photo joins the group.</source>
        <translation>No se toca ningún archivo y se puede deshacer. Un grupo apilado solo vuelve a mostrarse aquí cuando otra foto se une al grupo.</translation>
    </message>
</context>
<context>
    <name>StandingTabs</name>
    <message>
        <source>What the photos are to the library</source>
        <translation>Qué son las fotos para la biblioteca</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>Time limit</source>
        <translation>Límite de tiempo</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Up to {time}</source>
        <translation>Hasta {time}</translation>
    </message>
</context>
<context>
    <name>TypedSearch</name>
    <message>
        <source>Type what the photos show; after a minus, what they should not show.</source>
        <translation>Escriba lo que muestran las fotos y, tras un menos, lo que no deben mostrar.</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} de {count}</translation>
    </message>
</context>
<context>
    <name>ViewerMenu</name>
    <message>
        <source>Time for each photo</source>
        <translation>Tiempo por foto</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Takes seconds, and keeps what the current model finds. The model has no previews.</source>
        <translation>Tarda segundos y conserva lo que encuentra el modelo actual. El modelo no tiene vistas previas.</translation>
    </message>
    <message>
        <source>Takes minutes to hours, and can learn previews.</source>
        <translation>Tarda de minutos a horas y puede aprender vistas previas.</translation>
    </message>
</context>
<context>
    <name>WordsBox</name>
    <message>
        <source>Search by words</source>
        <translation>Buscar con palabras</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Paused · {work}</source>
        <translation>En pausa · {work}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Updating moved photos…</source>
        <translation>Actualizando las fotos movidas…</translation>
    </message>
    <message>
        <source>{count} could not be indexed</source>
        <translation>{count} con error</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Look again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>{folders} is paused and was not scanned. Resume it in the sidebar.</source>
        <translation>{folders}: en pausa y sin examinar. Se puede reanudar en la barra lateral.</translation>
    </message>
</context>
<context>
    <name>YearScrubber</name>
    <message>
        <source>Years</source>
        <translation>Años</translation>
    </message>
    <message>
        <source>Click or drag to go to another year</source>
        <translation>Haga clic o arrastre para ir a otro año</translation>
    </message>
</context>
<context>
    <name>_PreviewGrid</name>
    <message>
        <source>Previews so far</source>
        <translation>Vistas previas hasta ahora</translation>
    </message>
</context>
<context>
    <name>archive_actions</name>
    <message>
        <source>Save the search</source>
        <translation>Guardar la búsqueda</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Abrir imagen…</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Buscar fotos como una imagen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Buscar fotos como la imagen del portapapeles</translation>
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
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Elegir qué fotos mostrar y buscar</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Miniaturas más grandes</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Miniaturas más pequeñas</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Ir a las fotos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Ir a las fotos desde cualquier lugar de la ventana</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Abrir biblioteca…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Abrir otra biblioteca en su propia ventana</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Acerca de Lookalike</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show identical files, and the same photo otherwise stored</source>
        <translation>Mostrar archivos idénticos y la misma foto guardada de otra forma</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Abrir un archivo de millones de fotos en una ventana propia</translation>
    </message>
</context>
<context>
    <name>archive_photo_actions</name>
    <message>
        <source>An archive can only be read. To change its photos, import it into a library: lookalike cluster import</source>
        <translation>Un archivo solo se puede leer. Para cambiar sus fotos, impórtelo a una biblioteca: lookalike cluster import</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>El bit {number} es {value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>Lupa de código: invertir el bit</translation>
    </message>
    <message>
        <source>differs: lowers similarity by {cost} %</source>
        <translation>difiere: reduce la similitud un {cost} %</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>invertido a mano</translation>
    </message>
    <message>
        <source>more certain than {share} % of the query's bits</source>
        <translation>más seguro que el {share} % de los bits de la búsqueda</translation>
    </message>
</context>
<context>
    <name>blind_vote</name>
    <message>
        <source>Neither is better</source>
        <translation>Ninguna es mejor</translation>
    </message>
    <message>
        <source>The first row is better</source>
        <translation>La primera fila es mejor</translation>
    </message>
    <message>
        <source>The second row is better</source>
        <translation>La segunda fila es mejor</translation>
    </message>
</context>
<context>
    <name>browse_model</name>
    <message>
        <source>{name} · disconnected</source>
        <translation>{name} · sin conexión</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>chip_keys</name>
    <message>
        <source>Examples, filters, searches and folders: remove</source>
        <translation>Ejemplos, filtros, búsquedas y carpetas: quitar</translation>
    </message>
</context>
<context>
    <name>code_page</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>What the code sees: back to the photo before</source>
        <translation>Lo que ve el código: volver a la foto anterior</translation>
    </message>
</context>
<context>
    <name>comparison_actions</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Previous photo of the group</source>
        <translation>Foto anterior del grupo</translation>
    </message>
    <message>
        <source>Next photo of the group</source>
        <translation>Foto siguiente del grupo</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Alternar</translation>
    </message>
    <message>
        <source>Switch now</source>
        <translation>Cambiar ahora</translation>
    </message>
    <message>
        <source>Flicker: switch now; slider: swap sides</source>
        <translation>Alternar: cambiar ahora; deslizador: intercambiar los lados</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Deslizador</translation>
    </message>
    <message>
        <source>Move the slider left</source>
        <translation>Mover el deslizador a la izquierda</translation>
    </message>
    <message>
        <source>Move the slider right</source>
        <translation>Mover el deslizador a la derecha</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>comparison_text</name>
    <message>
        <source>Computing new codes</source>
        <translation>Calculando códigos nuevos</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>Buscando casi duplicadas</translation>
    </message>
    <message>
        <source>Finding photos on which the models disagree</source>
        <translation>Buscando fotos en las que los modelos discrepan</translation>
    </message>
    <message>
        <source>Finding related photos</source>
        <translation>Buscando fotos relacionadas</translation>
    </message>
    <message>
        <source>How many cropped, mirrored, darkened and compressed copies find their original.</source>
        <translation>Cuántas copias recortadas, reflejadas, oscurecidas y comprimidas encuentran su original.</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>Cuántas fotos tienen un código que ninguna otra foto tiene.</translation>
    </message>
    <message>
        <source>How many photos that look nearly the same are still found.</source>
        <translation>Cuántas fotos de aspecto casi idéntico se siguen encontrando.</translation>
    </message>
    <message>
        <source>Differences from {name}, {gain} times as strong</source>
        <translation>Diferencias con {name}, amplificadas {gain} veces</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>Grupo {place} de {count}</translation>
    </message>
    <message>
        <source>{shown} of {count} photos</source>
        <translation>{shown} de {count} fotos</translation>
    </message>
    <message>
        <source>How many related photos in this library are found.</source>
        <translation>Cuántas fotos relacionadas de esta biblioteca se encuentran.</translation>
    </message>
    <message>
        <source>How many of the photos that are found are in the folder of the query.</source>
        <translation>Cuántas de las fotos encontradas están en la carpeta de la búsqueda.</translation>
    </message>
    <message>
        <source>How well photos from outside this library are found.</source>
        <translation>Lo bien que se encuentran fotos ajenas a esta biblioteca.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model may have been trained on all of them.</source>
        <translation>En %, ± error estándar, medido con {photos}. Es posible que el nuevo modelo se haya entrenado con todas ellas.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model was not trained on {held_out} of the {asked} queries.</source>
        <translation>En %, ± error estándar, medido con {photos}. El nuevo modelo no se entrenó con {held_out} de las {asked} búsquedas.</translation>
    </message>
    <message>
        <source>Searching for edited copies</source>
        <translation>Buscando copias editadas</translation>
    </message>
    <message>
        <source>The votes may be due to chance, so the figures decide.</source>
        <translation>Los votos pueden deberse al azar, así que deciden las cifras.</translation>
    </message>
    <message>
        <source>You preferred the new model {new} times and the current model {old} times, and saw no difference {neither} times.</source>
        <translation>Ha preferido el nuevo modelo {new} veces y el modelo actual {old} veces, y no ha visto diferencia {neither} veces.</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>casi igual</translation>
    </message>
    <message>
        <source>better by {points}</source>
        <translation>mejor en {points}</translation>
    </message>
    <message>
        <source>worse by {points}</source>
        <translation>peor en {points}</translation>
    </message>
</context>
<context>
    <name>cpu_usage</name>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La mitad</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>One photo at a time, only while the computer is otherwise idle.</source>
        <translation>Una foto cada vez, solo cuando el equipo no hace otra cosa.</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>Una foto cada vez.</translation>
    </message>
    <message>
        <source>{count} photos at a time, with lower priority than other programs.</source>
        <translation>{count} fotos a la vez, con menor prioridad que otros programas.</translation>
    </message>
</context>
<context>
    <name>desk_commands</name>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Descartar las demás</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>No son duplicados</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Grupo siguiente</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>Grupo anterior</translation>
    </message>
    <message>
        <source>Show the photos of the group as one, with the suggested one on top</source>
        <translation>Mostrar las fotos del grupo como una sola, con la sugerida encima</translation>
    </message>
    <message>
        <source>Compare the photos of the group, or those that are selected</source>
        <translation>Comparar las fotos del grupo o las seleccionadas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare {photos}</source>
        <translation>Comparar {photos}</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>Apilar {count} grupos</translation>
    </message>
    <message>
        <source>Stack the group</source>
        <translation>Apilar el grupo</translation>
    </message>
    <message>
        <source>Mark to be discarded; no file is touched yet</source>
        <translation>Marcar para descartar; aún no se toca ningún archivo</translation>
    </message>
    <message>
        <source>Never group the selected photos with the others of the group again</source>
        <translation>No volver a agrupar nunca las fotos seleccionadas con las demás del grupo</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Open a picture to find similar photos</source>
        <translation>Abrir una imagen para buscar fotos similares</translation>
    </message>
</context>
<context>
    <name>discard_text</name>
    <message>
        <source>XMP files go to the trash or the folder with their photos, unless other photos use them, too.</source>
        <translation>Los archivos XMP van a la papelera o a la carpeta con sus fotos, salvo que otras fotos también los usen.</translation>
    </message>
    <message>
        <source>Nothing can be discarded</source>
        <translation>No se puede descartar nada</translation>
    </message>
    <message>
        <source>Discard 1 file</source>
        <translation>Descartar 1 archivo</translation>
    </message>
    <message>
        <source>Discard {count} files</source>
        <translation>Descartar {count} archivos</translation>
    </message>
    <message>
        <source>1 file has changed since the comparison. It is compared again before it goes.</source>
        <translation>1 archivo ha cambiado desde la comparación. Se vuelve a comparar antes de descartarlo.</translation>
    </message>
    <message>
        <source>{count} files have changed since the comparison. Each is compared again before it goes.</source>
        <translation>{count} archivos han cambiado desde la comparación. Cada uno se vuelve a comparar antes de descartarlo.</translation>
    </message>
    <message>
        <source>in a folder that is never touched</source>
        <translation>en una carpeta que nunca se toca</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>ya no está ahí</translation>
    </message>
    <message>
        <source>changed since the comparison, and not the same photo any more</source>
        <translation>ha cambiado desde la comparación y ya no es la misma foto</translation>
    </message>
    <message>
        <source>changed since the comparison, and cannot be read now</source>
        <translation>ha cambiado desde la comparación y ahora no se puede leer</translation>
    </message>
    <message>
        <source>the last of its group</source>
        <translation>es el último de su grupo</translation>
    </message>
    <message>
        <source>no other file of its group is there any more</source>
        <translation>ya no queda ningún otro archivo de su grupo</translation>
    </message>
    <message>
        <source>the photo that should be kept has changed or is gone</source>
        <translation>la foto que debe conservarse ha cambiado o ya no existe</translation>
    </message>
    <message>
        <source>it is not identical any more</source>
        <translation>ya no es idéntico</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>ha cambiado entretanto</translation>
    </message>
    <message>
        <source>its disk cannot share the space of files; Btrfs, XFS and APFS can</source>
        <translation>su disco no permite compartir el espacio de los archivos; Btrfs, XFS y APFS sí</translation>
    </message>
    <message>
        <source>1 file stays: {reason}.</source>
        <translation>1 archivo se conserva: {reason}.</translation>
    </message>
    <message>
        <source>{count} files stay: {reason}.</source>
        <translation>{count} archivos se conservan: {reason}.</translation>
    </message>
    <message>
        <source>{count} other folders</source>
        <translation>otras {count} carpetas</translation>
    </message>
</context>
<context>
    <name>discarding</name>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>its rating and keywords cannot be written to {file}: {reason}</source>
        <translation>su valoración y sus palabras clave no se pueden escribir en {file}: {reason}</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the closest</source>
        <translation>Distancias: ocultar las más cercanas</translation>
    </message>
    <message>
        <source>Distances: show fewer distant photos</source>
        <translation>Distancias: mostrar menos fotos lejanas</translation>
    </message>
    <message>
        <source>Distances: show more distant photos</source>
        <translation>Distancias: mostrar más fotos lejanas</translation>
    </message>
    <message>
        <source>Distances: show more of the closest</source>
        <translation>Distancias: mostrar más de las cercanas</translation>
    </message>
</context>
<context>
    <name>empty_pages</name>
    <message>
        <source>No duplicates match these filters</source>
        <translation>Ningún duplicado cumple estos filtros</translation>
    </message>
    <message>
        <source>Some photos have duplicates that the filters hide.</source>
        <translation>Algunas fotos tienen duplicados que los filtros ocultan.</translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>No se conocen duplicados</translation>
    </message>
    <message>
        <source>Comparing the photos. What is found appears here at once.</source>
        <translation>Comparando las fotos. Lo que se encuentra aparece aquí de inmediato.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Borrar los filtros</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Buscar duplicados</translation>
    </message>
    <message>
        <source>All duplicates that are known are stacked.</source>
        <translation>Todos los duplicados conocidos están apilados.</translation>
    </message>
    <message>
        <source>No two photos of the library are the same or look alike.</source>
        <translation>No hay dos fotos iguales ni parecidas en la biblioteca.</translation>
    </message>
    <message>
        <source>Finds copies, even if resized, cropped or turned. No file is changed.</source>
        <translation>Encuentra copias, incluso redimensionadas, recortadas o giradas. No se modifica ningún archivo.</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Añadir una carpeta de fotos</translation>
    </message>
    <message>
        <source>All results are outside the chosen distance range.</source>
        <translation>Todos los resultados están fuera del intervalo de distancias elegido.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Borrar los filtros</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Buscar fotos similares</translation>
    </message>
    <message>
        <source>Lookalike reads your photos in place. Nothing leaves this computer.</source>
        <translation>Lookalike lee las fotos donde están. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>No photos match these filters</source>
        <translation>Ninguna foto cumple estos filtros</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Aún no hay fotos</translation>
    </message>
    <message>
        <source>No results to show</source>
        <translation>No hay resultados que mostrar</translation>
    </message>
    <message>
        <source>Photos appear here as they are indexed.</source>
        <translation>Las fotos aparecen aquí a medida que se indexan.</translation>
    </message>
    <message>
        <source>Remove a filter above the photos, or clear them all.</source>
        <translation>Quite un filtro encima de las fotos, o bórrelos todos.</translation>
    </message>
    <message>
        <source>No photo stands out for these words</source>
        <translation>Ninguna foto destaca con estas palabras</translation>
    </message>
    <message>
        <source>Try a simpler or more common word, or search by a picture.</source>
        <translation>Pruebe una palabra más sencilla o más común, o busque con una imagen.</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Mostrar todos los resultados</translation>
    </message>
    <message>
        <source>Try sample pictures</source>
        <translation>Probar con imágenes de muestra</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>Desde {start}</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM 'de' yyyy</translation>
    </message>
    <message>
        <source>{count} lenses</source>
        <translation>{count} objetivos</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>Más de {size}</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>Hasta {end}</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Hasta {size}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} cámaras</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>De {least} a {most}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>De {start} a {end}</translation>
    </message>
</context>
<context>
    <name>first_tips</name>
    <message>
        <source>To find similar photos, drop a picture on the window, or select a photo and press S.</source>
        <translation>Para buscar fotos similares, suelte una imagen en la ventana, o seleccione una foto y pulse S.</translation>
    </message>
    <message>
        <source>Press Space to see a photo large, and the arrow keys for the next ones.</source>
        <translation>Pulse Espacio para ver una foto en grande, y las teclas de flecha para las siguientes.</translation>
    </message>
    <message>
        <source>Ctrl+F filters the photos by folder, date, camera and more, also in a search.</source>
        <translation>Ctrl+F filtra las fotos por carpeta, fecha, cámara y más, también en una búsqueda.</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide.</source>
        <translation>Ctrl+Z deshace un movimiento, incluso a la papelera. F1 muestra todas las teclas; la guía está en Ayuda.</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>No mostrar más consejos</translation>
    </message>
    <message>
        <source>Next tip</source>
        <translation>Consejo siguiente</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>You can select at most {count} photos at once.</source>
        <translation>Se pueden seleccionar como máximo {count} fotos a la vez.</translation>
    </message>
</context>
<context>
    <name>group_model</name>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
</context>
<context>
    <name>group_text</name>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>sin cámara</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>{percent} % de parecido</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 grupo</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} grupos</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>Idéntica</translation>
    </message>
    <message>
        <source>Same pixels</source>
        <translation>Mismos píxeles</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Misma foto</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Ráfaga</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>Archivos con el mismo contenido</translation>
    </message>
    <message>
        <source>The same pixels in another format or with other metadata</source>
        <translation>Los mismos píxeles en otro formato o con otros metadatos</translation>
    </message>
    <message>
        <source>The same photo, resized, compressed, cropped, edited or turned</source>
        <translation>La misma foto, redimensionada, comprimida, recortada, editada o girada</translation>
    </message>
    <message>
        <source>The RAW file and the picture of one shot, or a photo and its edit</source>
        <translation>El archivo RAW y la imagen de una misma toma, o una foto y su versión editada</translation>
    </message>
    <message>
        <source>Photos of one camera that were taken within seconds</source>
        <translation>Fotos de una misma cámara tomadas con segundos de diferencia</translation>
    </message>
    <message>
        <source>Different photos that look alike</source>
        <translation>Fotos diferentes que se parecen</translation>
    </message>
    <message>
        <source>preferred folder</source>
        <translation>carpeta preferida</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>more pixels</source>
        <translation>más píxeles</translation>
    </message>
    <message>
        <source>larger file</source>
        <translation>archivo más grande</translation>
    </message>
    <message>
        <source>sharper</source>
        <translation>más nítida</translation>
    </message>
    <message>
        <source>more metadata</source>
        <translation>más metadatos</translation>
    </message>
    <message>
        <source>older</source>
        <translation>más antigua</translation>
    </message>
    <message>
        <source>nothing around it</source>
        <translation>sin marco alrededor</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>sin comprimir</translation>
    </message>
    <message>
        <source>shorter path</source>
        <translation>ruta más corta</translation>
    </message>
    <message>
        <source>Keep: {reason}</source>
        <translation>Conservar: {reason}</translation>
    </message>
    <message>
        <source>framed</source>
        <translation>con marco</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recortada</translation>
    </message>
    <message>
        <source>turned right</source>
        <translation>girada a la derecha</translation>
    </message>
    <message>
        <source>turned left</source>
        <translation>girada a la izquierda</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>reflejada</translation>
    </message>
    <message>
        <source>upside down, mirrored</source>
        <translation>girada 180° y reflejada</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>girada 180°</translation>
    </message>
    <message>
        <source>turned and mirrored</source>
        <translation>girada y reflejada</translation>
    </message>
    <message>
        <source>at least {percent} % alike</source>
        <translation>al menos {percent} % de parecido</translation>
    </message>
    <message>
        <source>{count} of 1 group</source>
        <translation>{count} de 1 grupo</translation>
    </message>
    <message>
        <source>{count} of {total} groups</source>
        <translation>{count} de {total} grupos</translation>
    </message>
    <message>
        <source>{size} to save</source>
        <translation>{size} de ahorro</translation>
    </message>
    <message>
        <source>shows more</source>
        <translation>abarca más</translation>
    </message>
    <message>
        <source>+ {count} identical</source>
        <translation>+ {count} idénticas</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing samples: {done} of {total}</source>
        <translation>Dibujando muestras: {done} de {total}</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>Indexado: {photos} en {time}</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>Comparando pares: {done} de {total}</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Terminando…</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>Indexando {done} de {total}</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>Quitando {done} de {total}</translation>
    </message>
    <message>
        <source>Scanning · {files}</source>
        <translation>Examinando · {files}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Updating codes: {done} of {total}</source>
        <translation>Actualizando códigos: {done} de {total}</translation>
    </message>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>Comprobando {done} de {total}</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent} %</translation>
    </message>
    <message>
        <source>Preparing {done} of {total}</source>
        <translation>Preparando {done} de {total}</translation>
    </message>
    <message>
        <source>Looking for pairs to compare</source>
        <translation>Buscando pares que comparar</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Buscando duplicados: {done} de {total}</translation>
    </message>
    <message>
        <source>Comparing pixels of pairs: {done} of {total}</source>
        <translation>Comparando píxeles de los pares: {done} de {total}</translation>
    </message>
    <message>
        <source>Measuring sharpness: {done} of {total}</source>
        <translation>Midiendo la nitidez: {done} de {total}</translation>
    </message>
    <message>
        <source>Backing up the library…</source>
        <translation>Haciendo una copia de seguridad de la biblioteca…</translation>
    </message>
</context>
<context>
    <name>kept_questions</name>
    <message>
        <source>Part of {name}</source>
        <translation>Parte de {name}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} y {count} más</translation>
    </message>
    <message>
        <source>{name}, excluding {count}</source>
        <translation>{name}, excluyendo {count}</translation>
    </message>
</context>
<context>
    <name>library_opener</name>
    <message>
        <source>There is no library in {folder}. Use “New library…” to create one.</source>
        <translation>No hay ninguna biblioteca en {folder}. Use «Nueva biblioteca…» para crear una.</translation>
    </message>
    <message>
        <source>There is no archive in {folder}. “lookalike cluster index” makes one.</source>
        <translation>No hay ningún archivo en {folder}. «lookalike cluster index» crea uno.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
        <translation>{folder} no está vacía. Elija una carpeta nueva o vacía para la biblioteca.</translation>
    </message>
    <message>
        <source>No window could be opened for the library {folder}.</source>
        <translation>No se pudo abrir ninguna ventana para la biblioteca {folder}.</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>Mi biblioteca</translation>
    </message>
    <message>
        <source>The library {folder} is open in this window.</source>
        <translation>La biblioteca {folder} está abierta en esta ventana.</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>Identical</source>
        <translation>Idéntica</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>Menos similar</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Misma foto</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Similar</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>Muy similar</translation>
    </message>
</context>
<context>
    <name>likeness_button</name>
    <message>
        <source>Shows groups by their least alike photo: how much of the picture agrees, or, of different photos, how much of their codes.</source>
        <translation>Muestra los grupos según su foto menos parecida: cuánto coincide la imagen o, si son fotos diferentes, cuánto coinciden sus códigos.</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Show groups by how alike their photos are</source>
        <translation>Mostrar los grupos según lo que se parecen sus fotos</translation>
    </message>
    <message>
        <source>At least {least} % alike</source>
        <translation>Al menos {least} % de parecido</translation>
    </message>
    <message>
        <source>At most {most} % alike</source>
        <translation>Como máximo {most} % de parecido</translation>
    </message>
    <message>
        <source>{least}–{most} % alike</source>
        <translation>{least}–{most} % de parecido</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{name} cannot be opened because {folder} is disconnected. Connect its drive first.</source>
        <translation>No se puede abrir {name} porque {folder} está sin conexión. Conecte primero su unidad.</translation>
    </message>
    <message>
        <source>A code partly reveals its picture. Share it as carefully as the picture itself.</source>
        <translation>Un código revela en parte su imagen. Compártalo con tanto cuidado como la propia imagen.</translation>
    </message>
    <message>
        <source>{path} cannot be shown because no file manager is available.</source>
        <translation>No se puede mostrar {path} porque no hay ningún gestor de archivos disponible.</translation>
    </message>
</context>
<context>
    <name>metadata_text</name>
    <message>
        <source>1/{count} s</source>
        <translation>1/{count} s</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposición</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Distancia focal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Captura</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>GPS position in the file</source>
        <translation>Posición GPS en el archivo</translation>
    </message>
    <message>
        <source>{length} mm (35 mm equivalent: {like} mm)</source>
        <translation>{length} mm (equivalente a 35 mm: {like} mm)</translation>
    </message>
</context>
<context>
    <name>missing_library</name>
    <message>
        <source>Open a library</source>
        <translation>Abrir una biblioteca</translation>
    </message>
</context>
<context>
    <name>model_text</name>
    <message>
        <source>Default model</source>
        <translation>Modelo predeterminado</translation>
    </message>
    <message>
        <source>My model of {day}</source>
        <translation>Mi modelo del {day}</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>añadido el {day}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>trained on {photos} of this library</source>
        <translation>entrenado con {photos} de esta biblioteca</translation>
    </message>
    <message>
        <source>trained {day}</source>
        <translation>entrenado el {day}</translation>
    </message>
    <message>
        <source>without previews</source>
        <translation>sin vistas previas</translation>
    </message>
</context>
<context>
    <name>newcomers</name>
    <message>
        <source>Choose a folder outside of “{folder}”, which the photos are in already.</source>
        <translation>Elija una carpeta fuera de «{folder}», donde las fotos ya están.</translation>
    </message>
    <message>
        <source>This folder contains no photos.</source>
        <translation>Esta carpeta no contiene fotos.</translation>
    </message>
    <message>
        <source>The library has all photos of this folder.</source>
        <translation>La biblioteca tiene todas las fotos de esta carpeta.</translation>
    </message>
    <message>
        <source>Identical file: {path}</source>
        <translation>Archivo idéntico: {path}</translation>
    </message>
    <message>
        <source>Same photo: {path}</source>
        <translation>Misma foto: {path}</translation>
    </message>
    <message>
        <source>Copy new photos to…</source>
        <translation>Copiar las fotos nuevas en…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Ya presente</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>The library does not have these photos.</source>
        <translation>La biblioteca no tiene estas fotos.</translation>
    </message>
    <message>
        <source>The library has these photos, in the same size or larger.</source>
        <translation>La biblioteca tiene estas fotos, con el mismo tamaño o más grandes.</translation>
    </message>
    <message>
        <source>The library has these photos, but with fewer pixels.</source>
        <translation>La biblioteca tiene estas fotos, pero con menos píxeles.</translation>
    </message>
    <message>
        <source>These files cannot be read.</source>
        <translation>Estos archivos no se pueden leer.</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>Ninguna foto nueva</translation>
    </message>
    <message>
        <source>No known photos</source>
        <translation>Ninguna foto ya presente</translation>
    </message>
    <message>
        <source>No photos with more pixels than in the library</source>
        <translation>Ninguna foto con más píxeles que en la biblioteca</translation>
    </message>
    <message>
        <source>No unreadable files</source>
        <translation>Ningún archivo ilegible</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {files}.</source>
        <translation>Detenido después de {done} de {files}.</translation>
    </message>
    <message>
        <source>These folders have no photos.</source>
        <translation>Estas carpetas no tienen fotos.</translation>
    </message>
    <message>
        <source>The library has all photos of these folders.</source>
        <translation>La biblioteca tiene todas las fotos de estas carpetas.</translation>
    </message>
    <message>
        <source>{photos} checked.</source>
        <translation>Comprobado: {photos}.</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>Copiado en {folder}</translation>
    </message>
    <message>
        <source>Copy {photos} to…</source>
        <translation>Copiar {photos} en…</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>1 bit</source>
        <translation>1 bit</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>quedan unos segundos</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} B</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>menos de 1 s</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} bits</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} archivos</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>{count} fotos</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{number}/s</source>
        <translation>{number}/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>tiempo restante: {time}</translation>
    </message>
</context>
<context>
    <name>open_with</name>
    <message>
        <source>Open with which program?</source>
        <translation>¿Con qué programa abrir?</translation>
    </message>
</context>
<context>
    <name>outlier_model</name>
    <message>
        <source>{percent} % different from its {neighbours}th closest photo</source>
        <translation>{percent} % de diferencia con su {neighbours}.ª foto más cercana</translation>
    </message>
    <message>
        <source>{percent} % different</source>
        <translation>{percent} % de diferencia</translation>
    </message>
</context>
<context>
    <name>photo_action_flow</name>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>Copiando: {done} de {total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>Exportando: {done} de {total}</translation>
    </message>
    <message>
        <source>Move undone ({photos}).</source>
        <translation>Movimiento deshecho ({photos}).</translation>
    </message>
    <message>
        <source>Moving to the trash: {done} of {total}</source>
        <translation>Moviendo a la papelera: {done} de {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>Moviendo: {done} de {total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>Cambiando nombres: {done} de {total}</translation>
    </message>
    <message>
        <source>Undoing: {done} of {total}</source>
        <translation>Deshaciendo: {done} de {total}</translation>
    </message>
    <message>
        <source>Linking: {done} of {total}</source>
        <translation>Enlazando: {done} de {total}</translation>
    </message>
    <message>
        <source>Sharing space: {done} of {total}</source>
        <translation>Compartiendo espacio: {done} de {total}</translation>
    </message>
    <message>
        <source>{photos} renamed.</source>
        <translation>Nombre cambiado: {photos}.</translation>
    </message>
    <message>
        <source>Rename undone ({photos}).</source>
        <translation>Cambio de nombre deshecho ({photos}).</translation>
    </message>
    <message>
        <source>{photos} replaced by hard links.</source>
        <translation>Sustituido por enlaces físicos: {photos}.</translation>
    </message>
    <message>
        <source>{photos}: the space is shared with identical files now.</source>
        <translation>Espacio ahora compartido con archivos idénticos: {photos}.</translation>
    </message>
    <message>
        <source>{path} could not be renamed ({reason}). It keeps its name.</source>
        <translation>No se pudo cambiar el nombre de {path} ({reason}). Conserva su nombre.</translation>
    </message>
    <message>
        <source>{path} could not be copied ({reason}).</source>
        <translation>No se pudo copiar {path} ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be exported ({reason}).</source>
        <translation>No se pudo exportar {path} ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be replaced by a link ({reason}). It is unchanged.</source>
        <translation>No se pudo sustituir {path} por un enlace ({reason}). No ha cambiado.</translation>
    </message>
    <message>
        <source>{path} could not share its space ({reason}). It is unchanged.</source>
        <translation>{path} no pudo compartir su espacio ({reason}). No ha cambiado.</translation>
    </message>
    <message>
        <source>{path} could not be made a file of its own ({reason}).</source>
        <translation>No se pudo convertir {path} en un archivo independiente ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be moved ({reason}). It is still in its place.</source>
        <translation>No se pudo mover {path} ({reason}). Sigue en su sitio.</translation>
    </message>
    <message>
        <source>Links undone ({photos}).</source>
        <translation>Enlaces deshechos ({photos}).</translation>
    </message>
    <message>
        <source>{path} could not be moved back ({reason}). It is still there.</source>
        <translation>No se pudo devolver {path} a su sitio ({reason}). Sigue ahí.</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}). It was not deleted.</source>
        <translation>No se pudo mover {path} a la papelera ({reason}). No se ha eliminado.</translation>
    </message>
    <message>
        <source>{photos} copied to {place}.</source>
        <translation>Copiado en {place}: {photos}.</translation>
    </message>
    <message>
        <source>{photos} exported to {place}.</source>
        <translation>Exportado a {place}: {photos}.</translation>
    </message>
    <message>
        <source>{photos} moved to the trash.</source>
        <translation>Movido a la papelera: {photos}.</translation>
    </message>
    <message>
        <source>{photos} moved to {place}.</source>
        <translation>Movido a {place}: {photos}.</translation>
    </message>
    <message>
        <source>{sentence} This also applies to {photos} more.</source>
        <translation>{sentence} Lo mismo ocurre con {photos} más.</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Copiar en</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Lo que ve el código</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>Copiar en…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>More like {photos}</source>
        <translation>Más como {photos}</translation>
    </message>
    <message>
        <source>Less like {photos}</source>
        <translation>Menos como {photos}</translation>
    </message>
    <message>
        <source>What the code of a photo has kept of it</source>
        <translation>Lo que el código de una foto ha conservado de ella</translation>
    </message>
    <message>
        <source>Copy {photos} to folder…</source>
        <translation>Copiar {photos} en carpeta…</translation>
    </message>
    <message>
        <source>Move {photos} to folder…</source>
        <translation>Mover {photos} a carpeta…</translation>
    </message>
    <message>
        <source>Rename {photos}…</source>
        <translation>Cambiar el nombre de {photos}…</translation>
    </message>
    <message>
        <source>Export {photos}…</source>
        <translation>Exportar {photos}…</translation>
    </message>
    <message>
        <source>Move {photos} to trash</source>
        <translation>Mover {photos} a la papelera</translation>
    </message>
    <message>
        <source>Read {photos} again</source>
        <translation>Leer {photos} de nuevo</translation>
    </message>
    <message>
        <source>{action} (only the photo on top)</source>
        <translation>{action} (solo la foto de encima)</translation>
    </message>
    <message>
        <source>Copy {photos}</source>
        <translation>Copiar {photos}</translation>
    </message>
    <message>
        <source>Find similar to {photos}</source>
        <translation>Buscar similares a {photos}</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Buscar similares</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Menos como esta</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Más como esta</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Mover a</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Mover a…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Deseleccionar</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Abrir con otro programa</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>Abrir con…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
</context>
<context>
    <name>photo_filter</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Distancia focal</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Cuadrada</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>With GPS</source>
        <translation>Con GPS</translation>
    </message>
    <message>
        <source>Without GPS</source>
        <translation>Sin GPS</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · disconnected</source>
        <translation>{likeness} · sin conexión</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>preview_view</name>
    <message>
        <source>Preview: show it large</source>
        <translation>Vista previa: mostrarla en grande</translation>
    </message>
</context>
<context>
    <name>previews_text</name>
    <message>
        <source>The current model has no previews, so it cannot show what a code has kept of a picture.</source>
        <translation>El modelo actual no tiene vistas previas, así que no puede mostrar lo que un código ha conservado de una imagen.</translation>
    </message>
    <message>
        <source>Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are drawn from these bits alone: what you recognise in them is what the code has kept.</source>
        <translation>Las fotos se comparan mediante códigos de {count} marcas de sí o no, llamadas bits. Las vistas previas se dibujan solo a partir de estos bits: lo que se reconoce en ellas es lo que el código ha conservado.</translation>
    </message>
    <message>
        <source>The same without the bits that the model is surest of: what disappears was held by these bits.</source>
        <translation>Lo mismo sin los bits de los que el modelo está más seguro: lo que desaparece estaba en esos bits.</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: select a part with the arrow keys and search for it</source>
        <translation>Imagen de búsqueda: seleccionar una parte con las teclas de flecha y buscarla</translation>
    </message>
</context>
<context>
    <name>rename_text</name>
    <message>
        <source>A name needs at least one character.</source>
        <translation>Un nombre necesita al menos un carácter.</translation>
    </message>
    <message>
        <source>The name contains a character that file names cannot have.</source>
        <translation>El nombre contiene un carácter que los nombres de archivo no pueden tener.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>This name is reserved by Windows.</source>
        <translation>Este nombre está reservado por Windows.</translation>
    </message>
    <message>
        <source>Files whose names begin with a dot are hidden.</source>
        <translation>Los archivos cuyos nombres empiezan por un punto están ocultos.</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>Otro archivo tiene este nombre.</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 similar photo</source>
        <translation>1 foto similar</translation>
    </message>
    <message>
        <source>At least {count} similar photos</source>
        <translation>Al menos {count} fotos similares</translation>
    </message>
    <message>
        <source>No photos match the filters.</source>
        <translation>Ninguna foto cumple los filtros.</translation>
    </message>
    <message>
        <source>No photos within the chosen distance range.</source>
        <translation>Ninguna foto en el intervalo de distancias elegido.</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>Ninguna foto similar</translation>
    </message>
    <message>
        <source>No other similar photos</source>
        <translation>Ninguna otra foto similar</translation>
    </message>
    <message>
        <source>None of {photos} is noticeably similar.</source>
        <translation>Ninguna es claramente similar (de {photos}).</translation>
    </message>
    <message>
        <source>None of {photos} that match the filters is noticeably similar.</source>
        <translation>Ninguna es claramente similar (de {photos} que cumplen los filtros).</translation>
    </message>
    <message>
        <source>Searched {photos} that match the filters. The others are not noticeably similar.</source>
        <translation>Búsqueda entre las fotos que cumplen los filtros ({photos}). Las demás no son claramente similares.</translation>
    </message>
    <message>
        <source>Photos that stand out for these words, of {photos}.</source>
        <translation>Fotos que destacan con estas palabras, entre {photos}.</translation>
    </message>
    <message>
        <source>Searched {photos}. The others are not noticeably similar.</source>
        <translation>Búsqueda entre {photos}. Las demás no son claramente similares.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>La biblioteca está vacía.</translation>
    </message>
    <message>
        <source>These are all photos in the library.</source>
        <translation>Estas son todas las fotos de la biblioteca.</translation>
    </message>
    <message>
        <source>These are all photos that match the filters.</source>
        <translation>Estas son todas las fotos que cumplen los filtros.</translation>
    </message>
    <message>
        <source>Within the chosen distance range.</source>
        <translation>En el intervalo de distancias elegido.</translation>
    </message>
    <message>
        <source>{count} similar photos</source>
        <translation>{count} fotos similares</translation>
    </message>
</context>
<context>
    <name>root_menu</name>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en carpeta</translation>
    </message>
    <message>
        <source>Exclude from library…</source>
        <translation>Excluir de la biblioteca…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>Mostrar fotos</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>Buscar en esta carpeta</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Volver a examinar</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Locate moved folder…</source>
        <translation>Localizar la carpeta movida…</translation>
    </message>
    <message>
        <source>Failed photos ({count})</source>
        <translation>Fotos con error ({count})</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Disconnected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>Indexando · {percent} %</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Paused. Not scanned until you resume it.</source>
        <translation>En pausa. No se examina hasta que se reanude.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Quitando…</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Examinando…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} con error</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
</context>
<context>
    <name>saved_search_list</name>
    <message>
        <source>Saved searches: rename</source>
        <translation>Búsquedas guardadas: cambiar nombre</translation>
    </message>
    <message>
        <source>Saved searches: search again</source>
        <translation>Búsquedas guardadas: buscar de nuevo</translation>
    </message>
</context>
<context>
    <name>search_text</name>
    <message>
        <source>Counter-example</source>
        <translation>Contraejemplo</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Photos like the pasted picture</source>
        <translation>Fotos como la imagen pegada</translation>
    </message>
    <message>
        <source>Photos like these {count}</source>
        <translation>Fotos como estas {count}</translation>
    </message>
    <message>
        <source>Photos like this part of the picture</source>
        <translation>Fotos como esta parte de la imagen</translation>
    </message>
    <message>
        <source>Photos of “{words}”</source>
        <translation>Fotos de «{words}»</translation>
    </message>
    <message>
        <source>Photos like {name}</source>
        <translation>Fotos como {name}</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Esta foto</translation>
    </message>
    <message>
        <source>{sentence} Searching for the other pictures.</source>
        <translation>{sentence} Se buscan las demás imágenes.</translation>
    </message>
    <message>
        <source>{title}, excluding {count}</source>
        <translation>{title}, excluyendo {count}</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A network in {folder} gives invalid results ({detail}). Get it again from its source.</source>
        <translation>Una red en {folder} da resultados no válidos ({detail}). Vuelva a obtenerla de su origen.</translation>
    </message>
    <message>
        <source>A network in {folder} is not of the kind that Lookalike exports ({detail}) and was not run. Use only models that Lookalike exported.</source>
        <translation>Una red en {folder} no es del tipo que exporta Lookalike ({detail}) y no se ha ejecutado. Use solo modelos exportados por Lookalike.</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is already running. Wait for it or stop it first.</source>
        <translation>Ya hay un reentrenamiento en curso de la biblioteca {library}. Espere a que termine o deténgalo primero.</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}. Wait until it is finished.</source>
        <translation>Se está importando otro modelo en la biblioteca {library}. Espere a que termine.</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}. Wait until it is finished.</source>
        <translation>Otro proceso está modificando la biblioteca {library}. Espere a que termine.</translation>
    </message>
    <message>
        <source>Comparing models needs at least {needed} photos, and the library has {photos}. Index more first.</source>
        <translation>Comparar modelos requiere al menos {needed} fotos, y la biblioteca tiene {photos}. Indexe más primero.</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}). To add it, run: {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk). Or train quickly, which needs none (--quick).</source>
        <translation>El entrenamiento necesita un componente que no está instalado ({missing}). Para añadirlo, ejecute: {command} (una descarga de unos {download_gb} GB, que ocupa {disk_gb} GB en disco). O use el entrenamiento rápido, que no lo necesita (--quick).</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>Las copias editadas se encuentran igual de bien que antes.</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>Copias editadas encontradas</translation>
    </message>
    <message>
        <source>Finding edited copies could not be measured.</source>
        <translation>No se pudo medir la búsqueda de copias editadas.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere could not be measured.</source>
        <translation>No se pudo medir la búsqueda de fotos ajenas a la biblioteca.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse, which is a lot.</source>
        <translation>La búsqueda de fotos ajenas a la biblioteca empeora un {share} %, lo que es mucho.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse.</source>
        <translation>La búsqueda de fotos ajenas a la biblioteca empeora un {share} %.</translation>
    </message>
    <message>
        <source>Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them.</source>
        <translation>No se pueden vigilar las carpetas en busca de fotos nuevas ({detail}). Vuelva a examinarlas (F5) para encontrarlas.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before, which is too many.</source>
        <translation>Ya no encuentra el {share} % de las copias editadas que se encontraban antes, lo que es demasiado.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before.</source>
        <translation>Ya no encuentra el {share} % de las copias editadas que se encontraban antes.</translation>
    </message>
    <message>
        <source>Near-duplicates still found</source>
        <translation>Casi duplicadas que se siguen encontrando</translation>
    </message>
    <message>
        <source>Overall, the new model is worse. We recommend keeping the current one.</source>
        <translation>En conjunto, el nuevo modelo es peor. Recomendamos conservar el actual.</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>Fotos ajenas a la biblioteca</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>Las fotos ajenas a la biblioteca se encuentran igual de bien que antes.</translation>
    </message>
    <message>
        <source>Related photos found</source>
        <translation>Fotos relacionadas encontradas</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}). Get it again from its source.</source>
        <translation>La descripción del modelo en {folder} no es válida ({detail}). Vuelva a obtenerlo de su origen.</translation>
    </message>
    <message>
        <source>The library has no model {model_id}. 'lookalike model list' lists its models.</source>
        <translation>La biblioteca no tiene el modelo {model_id}. «lookalike model list» muestra sus modelos.</translation>
    </message>
    <message>
        <source>The library {library} can only be read, so nothing in it can be changed. Copy it to a folder that you can write.</source>
        <translation>La biblioteca {library} es de solo lectura, así que no se puede cambiar nada en ella. Cópiela en una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}). Check the free space and the permissions of its folder.</source>
        <translation>No se puede escribir en la biblioteca {library} ({detail}). Compruebe el espacio libre y los permisos de su carpeta.</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running. Index the library to update its codes.</source>
        <translation>La biblioteca {library} tiene códigos del modelo {library_model}, pero se está usando {running_model}. Indexe la biblioteca para actualizar sus códigos.</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}). Move its folder away and index again; your photos are not affected.</source>
        <translation>La biblioteca {library} está dañada ({detail}). Mueva su carpeta a otro lugar y vuelva a indexar; sus fotos no se ven afectadas.</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike. Update the program.</source>
        <translation>La biblioteca {library} fue escrita por una versión más reciente de Lookalike. Actualice el programa.</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}. Get it again from its source.</source>
        <translation>Al modelo en {folder} le falta {detail}. Vuelva a obtenerlo de su origen.</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike. Update the program.</source>
        <translation>El modelo en {folder} necesita una versión más reciente de Lookalike. Actualice el programa.</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or is the default model and cannot be deleted. Use another one first.</source>
        <translation>El modelo {model_id} está en uso o es el predeterminado y no se puede eliminar. Use primero otro.</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}). Get it again from its source.</source>
        <translation>La red en {folder} no se puede ejecutar ({detail}). Vuelva a obtenerla de su origen.</translation>
    </message>
    <message>
        <source>The network in {folder} does not match its description. Get it again from its source.</source>
        <translation>La red en {folder} no coincide con su descripción. Vuelva a obtenerla de su origen.</translation>
    </message>
    <message>
        <source>The new model does not clearly find more related photos in this library. We recommend keeping the current one.</source>
        <translation>El nuevo modelo no encuentra claramente más fotos relacionadas en esta biblioteca. Recomendamos conservar el actual.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library but is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>El nuevo modelo encuentra más fotos relacionadas en esta biblioteca, pero es claramente peor con fotos ajenas a ella. Úselo si busca con fotos de esta biblioteca.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library. We recommend using it.</source>
        <translation>El nuevo modelo encuentra más fotos relacionadas en esta biblioteca. Recomendamos usarlo.</translation>
    </message>
    <message>
        <source>The output cannot be written ({detail}). Send it to another place.</source>
        <translation>No se puede escribir la salida ({detail}). Envíela a otro lugar.</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped elsewhere. Its progress is kept; start it again with the same options to resume.</source>
        <translation>El reentrenamiento de la biblioteca {library} se detuvo desde otro lugar. Su progreso se conserva; inícielo de nuevo con las mismas opciones para reanudarlo.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}). Correct or delete the file.</source>
        <translation>No se pueden usar los ajustes de {path} ({detail}). Corrija o elimine el archivo.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again.</source>
        <translation>La tarea terminó inesperadamente (código de salida {exit_code}). No se ha perdido nada; iníciela de nuevo.</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}). Check the network and the free space, and try again.</source>
        <translation>No se pudo instalar el componente de entrenamiento ({detail}). Compruebe la red y el espacio libre e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no library in {library}. Check the path. 'lookalike index FOLDER --library {library}' makes one.</source>
        <translation>No hay ninguna biblioteca en {library}. Compruebe la ruta. «lookalike index CARPETA --library {library}» crea una.</translation>
    </message>
    <message>
        <source>There is no library yet. Run 'lookalike index FOLDER' to make one.</source>
        <translation>Aún no hay ninguna biblioteca. Ejecute «lookalike index CARPETA» para crear una.</translation>
    </message>
    <message>
        <source>Training failed: {detail}</source>
        <translation>Error de entrenamiento: {detail}</translation>
    </message>
    <message>
        <source>The library {library} is open in another window, which does not answer. Close that window, on this computer or on another that uses this library, and try again.</source>
        <translation>La biblioteca {library} está abierta en otra ventana que no responde. Cierre esa ventana, en este equipo o en otro que use esta biblioteca, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike again.</source>
        <translation>No se puede buscar con palabras: {path} falta o está dañado ({detail}). Instale Lookalike de nuevo.</translation>
    </message>
    <message>
        <source>The model in use does not know words: it reads photos by another network ({detail}). Use the default model, or one that was trained from it.</source>
        <translation>El modelo en uso no conoce palabras: lee las fotos con otra red ({detail}). Use el modelo predeterminado o uno entrenado a partir de él.</translation>
    </message>
    <message>
        <source>No word of '{detail}' is known. Type what the photos show, in English or Chinese.</source>
        <translation>No se conoce ninguna palabra de «{detail}». Escriba lo que muestran las fotos, en inglés o en chino.</translation>
    </message>
    <message>
        <source>{path} is not there any more. Connect its drive or card again, and repeat the check.</source>
        <translation>{path} ya no está ahí. Vuelva a conectar su unidad o tarjeta y repita la comprobación.</translation>
    </message>
    <message>
        <source>The model {model_id} has an image encoder of your own, which thorough training cannot continue. Train quickly, or switch to another model first.</source>
        <translation>El modelo {model_id} tiene un codificador de imágenes propio, que el entrenamiento completo no puede continuar. Use el entrenamiento rápido o cambie primero a otro modelo.</translation>
    </message>
    <message>
        <source>Codes of {bits} bits cannot be made with the model in use, which describes each photo by {numbers} numbers. Choose {longest} bits, or switch to another model first.</source>
        <translation>No se pueden crear códigos de {bits} bits con el modelo en uso, que describe cada foto con {numbers} números. Elija {longest} bits o cambie primero a otro modelo.</translation>
    </message>
    <message>
        <source>Training needs at least {needed} photos, and there are {photos}. Choose or index more.</source>
        <translation>El entrenamiento requiere al menos {needed} fotos, y hay {photos}. Elija o indexe más.</translation>
    </message>
    <message>
        <source>Building a model needs at least {needed} photos, and {folder} has {photos} that can be read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better.</source>
        <translation>Crear un modelo requiere al menos {needed} fotos, y {folder} tiene {photos} que se pueden leer ({broken} no se pueden leer). Elija una carpeta con más; lo mejor son 2000 fotos de todo tipo.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other programs or train without previews.</source>
        <translation>El entrenamiento requiere {needed_mb} MB de memoria, y hay {free_mb} MB libres. Cierre otros programas o entrene sin vistas previas.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free. Free some space or train without previews.</source>
        <translation>El entrenamiento requiere {needed_mb} MB en el disco de {library}, y hay {free_mb} MB libres. Libere espacio o entrene sin vistas previas.</translation>
    </message>
    <message>
        <source>The training component cannot be removed while a training or its installation runs. Wait for its end, or stop it, and try again.</source>
        <translation>El componente de entrenamiento no se puede eliminar mientras se ejecuta un entrenamiento o su instalación. Espere a que termine o deténgalo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The training component in {folder} cannot be deleted. Check that you may write there, and try again.</source>
        <translation>No se puede borrar el componente de entrenamiento de {folder}. Compruebe que puede escribir allí e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The training component was installed with pip, beside other packages. To remove its largest part, run: {command}</source>
        <translation>El componente de entrenamiento se instaló con pip junto a otros paquetes. Para eliminar su parte más grande, ejecute: {command}</translation>
    </message>
    <message>
        <source>Photos of the same folder found</source>
        <translation>Fotos de la misma carpeta encontradas</translation>
    </message>
    <message>
        <source>Unique codes</source>
        <translation>Códigos únicos</translation>
    </message>
    <message>
        <source>You preferred the current model here. We recommend keeping it.</source>
        <translation>Ha preferido el modelo actual aquí. Recomendamos conservarlo.</translation>
    </message>
    <message>
        <source>There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them.</source>
        <translation>No hay fragmentos en {path}. «lookalike cluster index MANIFEST --out {path}» los crea.</translation>
    </message>
    <message>
        <source>The archive {path} was written by a newer version of Lookalike. Update the program.</source>
        <translation>Una versión más reciente de Lookalike escribió el archivo {path}. Actualice el programa.</translation>
    </message>
    <message>
        <source>The codes of the archive {path} are not collected, or it has new shards. 'lookalike cluster collect {path}' collects them.</source>
        <translation>Los códigos del archivo {path} no están reunidos, o tiene fragmentos nuevos. «lookalike cluster collect {path}» los reúne.</translation>
    </message>
    <message>
        <source>{path} was made of another manifest or with another model. Choose a new folder for the archive, or the manifest and the model that it was made with.</source>
        <translation>{path} se creó con otro manifiesto u otro modelo. Elija una carpeta nueva para el archivo, o el manifiesto y el modelo con los que se creó.</translation>
    </message>
    <message>
        <source>The archive {path} was made with a model that is not here ({detail}). You can browse it. To search it, import this model into a library, and open the archive again.</source>
        <translation>El archivo {path} se creó con un modelo que no está aquí ({detail}). Puede recorrerlo. Para buscar en él, importe este modelo a una biblioteca y abra el archivo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Delete it, and index the manifest again: only what is missing is read.</source>
        <translation>{path} está dañado ({detail}). Elimínelo e indexe el manifiesto de nuevo: solo se lee lo que falta.</translation>
    </message>
    <message>
        <source>The archive {path} was compacted after it was opened here. Open it again, or run the command again.</source>
        <translation>El archivo {path} se compactó después de abrirlo aquí. Vuelva a abrirlo o ejecute la orden de nuevo.</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({detail}). Check that its storage is connected and may be read, and try again.</source>
        <translation>{path} no se puede leer ahora ({detail}). Compruebe que su almacenamiento esté conectado y se pueda leer, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Archives need the package {package}. Run 'pip install "lookalike[cluster]"' to add it.</source>
        <translation>Los archivos necesitan el paquete {package}. Ejecute «pip install "lookalike[cluster]"» para añadirlo.</translation>
    </message>
    <message>
        <source>You preferred the new model here, but it is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>Ha preferido el nuevo modelo aquí, pero es claramente peor con fotos ajenas a la biblioteca. Úselo si busca con fotos de esta biblioteca.</translation>
    </message>
    <message>
        <source>You preferred the new model here. We recommend using it.</source>
        <translation>Ha preferido el nuevo modelo aquí. Recomendamos usarlo.</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get it again from its source.</source>
        <translation>memory.npy del modelo en {folder} no es una tabla de descriptores ({detail}). Vuelva a obtenerlo de su origen.</translation>
    </message>
    <message>
        <source>{detail} is a link. Lookalike does not open links; save the picture first.</source>
        <translation>{detail} es un enlace. Lookalike no abre enlaces; guarde primero la imagen.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large. Get it again from its source.</source>
        <translation>{detail} del modelo en {folder} es demasiado grande. Vuelva a obtenerlo de su origen.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged. Get it again from its source.</source>
        <translation>{detail} del modelo en {folder} se ha modificado o está dañado. Vuelva a obtenerlo de su origen.</translation>
    </message>
    <message>
        <source>{folders} cannot be read. Check its permissions.</source>
        <translation>{folders}: no se puede leer. Compruebe los permisos.</translation>
    </message>
    <message>
        <source>{folders} is disconnected; its photos stay searchable.</source>
        <translation>{folders}: sin conexión; sus fotos se pueden seguir buscando.</translation>
    </message>
    <message>
        <source>{folders} lies too deep to be read: its path is too long. Move it up.</source>
        <translation>{folders}: no se puede leer por estar a demasiada profundidad; su ruta es demasiado larga. Muévala más arriba.</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}). Check its name and permissions.</source>
        <translation>No se puede leer {folder} ({detail}). Compruebe su nombre y sus permisos.</translation>
    </message>
    <message>
        <source>{folder} contains files that do not belong to a model ({detail}). Export the model again from its source.</source>
        <translation>{folder} contiene archivos que no pertenecen a un modelo ({detail}). Vuelva a exportar el modelo desde su origen.</translation>
    </message>
    <message>
        <source>{folder} is not a model file or is damaged ({detail}). Export the model again from its source.</source>
        <translation>{folder} no es un archivo de modelo o está dañado ({detail}). Vuelva a exportar el modelo desde su origen.</translation>
    </message>
    <message>
        <source>{path} and the library folder {other} overlap. Choose a separate folder.</source>
        <translation>{path} y la carpeta de la biblioteca {other} se solapan. Elija una carpeta separada.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}). Check its permissions.</source>
        <translation>No se puede leer {path} ({detail}). Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}). Choose another place or free some space.</source>
        <translation>No se puede escribir {path} ({detail}). Elija otro lugar o libere espacio.</translation>
    </message>
    <message>
        <source>{path} contains zeros instead of a photo. Copy it again from its source.</source>
        <translation>{path} contiene ceros en lugar de una foto. Vuelva a copiarlo de su origen.</translation>
    </message>
    <message>
        <source>{path} crashes the picture decoder and is skipped. Save it again in another program.</source>
        <translation>{path} bloquea el decodificador de imágenes y se omite. Vuelva a guardarlo en otro programa.</translation>
    </message>
    <message>
        <source>{path} does not contain the photos of {root}: {found} of {looked_for} were found. Choose the folder that {root} was moved to. Nothing was changed.</source>
        <translation>{path} no contiene las fotos de {root}: se encontraron {found} de {looked_for}. Elija la carpeta a la que se movió {root}. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or deleted.</source>
        <translation>{path} no existe. Puede que se haya movido o eliminado.</translation>
    </message>
    <message>
        <source>{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG or TIFF.</source>
        <translation>{path} tiene el formato {detail}, que Lookalike no lee. Guárdelo como JPEG, PNG o TIFF.</translation>
    </message>
    <message>
        <source>{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy.</source>
        <translation>{path} tiene {detail} píxeles, más de los que se pueden decodificar de forma segura. Guarde una copia más pequeña.</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview. Export it as JPEG or DNG.</source>
        <translation>{path} es un archivo RAW sin vista previa legible. Expórtelo como JPEG o DNG.</translation>
    </message>
    <message>
        <source>{path} is a device or another special file, not a picture.</source>
        <translation>{path} es un dispositivo u otro archivo especial, no una imagen.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a picture in it.</source>
        <translation>{path} es una carpeta. Elija una imagen de ella.</translation>
    </message>
    <message>
        <source>{path} is a hidden file. Rename it to index it.</source>
        <translation>{path} es un archivo oculto. Cambie su nombre para indexarlo.</translation>
    </message>
    <message>
        <source>{path} is a web page, although it is named like a photo. Download the photo again.</source>
        <translation>{path} es una página web, aunque tiene nombre de foto. Vuelva a descargar la foto.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded. Copy it again from its source.</source>
        <translation>{path} está dañado y no se puede decodificar. Vuelva a copiarlo de su origen.</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the photo again from its source.</source>
        <translation>{path} está vacío. Vuelva a copiar la foto de su origen.</translation>
    </message>
    <message>
        <source>{path} is empty. Send a picture, as in 'lookalike search - &lt; beach.jpg'.</source>
        <translation>{path} está vacío. Envíe una imagen, como en «lookalike search - &lt; beach.jpg».</translation>
    </message>
    <message>
        <source>{path} is incomplete. Copy it again from its source.</source>
        <translation>{path} está incompleto. Vuelva a copiarlo de su origen.</translation>
    </message>
    <message>
        <source>{path} is longer than {detail} MB. Save it to a file.</source>
        <translation>{path} supera los {detail} MB. Guárdelo en un archivo.</translation>
    </message>
    <message>
        <source>{path} is named like a photo but contains none. Copy the photo again from its source.</source>
        <translation>{path} tiene nombre de foto, pero no contiene ninguna. Vuelva a copiar la foto de su origen.</translation>
    </message>
    <message>
        <source>{path} is not a folder of the library. 'lookalike roots' lists its folders.</source>
        <translation>{path} no es una carpeta de la biblioteca. «lookalike roots» muestra sus carpetas.</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} no es una imagen.</translation>
    </message>
    <message>
        <source>{path} is not a readable folder. Check its name and permissions.</source>
        <translation>{path} no es una carpeta legible. Compruebe su nombre y sus permisos.</translation>
    </message>
    <message>
        <source>{path} is not among the failed photos, or its folder is disconnected or paused. 'lookalike failures' lists them.</source>
        <translation>{path} no está entre las fotos con error, o su carpeta está sin conexión o en pausa. «lookalike failures» las muestra.</translation>
    </message>
    <message>
        <source>{path} is not in the library. Index its folder first.</source>
        <translation>{path} no está en la biblioteca. Indexe primero su carpeta.</translation>
    </message>
    <message>
        <source>{path} is not read any more.</source>
        <translation>{path} ya no se lee.</translation>
    </message>
    <message>
        <source>{path} is too large for a photo ({detail} GB).</source>
        <translation>{path} es demasiado grande para ser una foto ({detail} GB).</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} es demasiado pequeño para ser una foto ({detail} píxeles).</translation>
    </message>
    <message>
        <source>{path} needs too much memory and is skipped. Save a smaller copy.</source>
        <translation>{path} necesita demasiada memoria y se omite. Guarde una copia más pequeña.</translation>
    </message>
    <message>
        <source>{path} takes too long to decode and is skipped. Save it again in another program.</source>
        <translation>{path} tarda demasiado en decodificarse y se omite. Vuelva a guardarlo en otro programa.</translation>
    </message>
    <message>
        <source>{path} was skipped because of an unexpected error ({detail}). Please report it.</source>
        <translation>{path} se ha omitido por un error inesperado ({detail}). Le agradecemos que nos informe de él.</translation>
    </message>
    <message>
        <source>{pattern} is not among the patterns. 'lookalike exclude list' lists them.</source>
        <translation>{pattern} no está entre los patrones. «lookalike exclude list» los muestra.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or Drafts/.</source>
        <translation>«{pattern}» no es un patrón válido. Use la sintaxis de .gitignore, por ejemplo *.tmp o Drafts/.</translation>
    </message>
    <message>
        <source>The library {library} was damaged. It was opened from its backup of {time}; the damaged file is kept in {aside}. Photos that were indexed since come back when you index again.</source>
        <translation>La biblioteca {library} estaba dañada. Se ha abierto a partir de su copia de seguridad de {time}; el archivo dañado se conserva en {aside}. Las fotos indexadas desde entonces vuelven al indexar de nuevo.</translation>
    </message>
    <message>
        <source>The library {library} has no backup that can be restored. 'lookalike library backup' makes one.</source>
        <translation>La biblioteca {library} no tiene ninguna copia de seguridad que se pueda restaurar. «lookalike library backup» crea una.</translation>
    </message>
    <message>
        <source>The library has no backup {name}. 'lookalike library backups' lists its backups.</source>
        <translation>La biblioteca no tiene la copia de seguridad {name}. «lookalike library backups» muestra sus copias de seguridad.</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others.</source>
        <translation>La copia de seguridad {backup} está dañada ({detail}). «lookalike library backups» muestra otras.</translation>
    </message>
    <message>
        <source>{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed: put the file or folder itself there, or delete the link.</source>
        <translation>{path} es un enlace, o no es lo que Lookalike pone ahí. Dentro de una biblioteca no se sigue ningún enlace: ponga ahí el propio archivo o la propia carpeta, o elimine el enlace.</translation>
    </message>
    <message>
        <source>The model {detail} cannot compute a code of {path}. Switch to another model.</source>
        <translation>El modelo {detail} no puede calcular un código de {path}. Cambie a otro modelo.</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>De la A a la Z</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Fecha de adición</translation>
    </message>
    <message>
        <source>Date taken</source>
        <translation>Fecha de captura</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Tamaño del archivo</translation>
    </message>
    <message>
        <source>First added first</source>
        <translation>Primero las añadidas antes</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <translation>Carpeta y nombre</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Primero las más grandes</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero las más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero las más antiguas</translation>
    </message>
    <message>
        <source>Recently added first</source>
        <translation>Primero las añadidas recientemente</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Primero las más pequeñas</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>De la Z a la A</translation>
    </message>
</context>
<context>
    <name>spare_menu</name>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Descartar las demás</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Apilar</translation>
    </message>
    <message>
        <source>Show the photos of each group as one, and delete none</source>
        <translation>Mostrar las fotos de cada grupo como una sola, sin eliminar ninguna</translation>
    </message>
</context>
<context>
    <name>stack_actions</name>
    <message>
        <source>Stack</source>
        <translation>Apilar</translation>
    </message>
    <message>
        <source>None of these photos is in a stack.</source>
        <translation>Ninguna de estas fotos está en una pila.</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>Abrir o cerrar la pila</translation>
    </message>
    <message>
        <source>Close the stack</source>
        <translation>Cerrar la pila</translation>
    </message>
    <message>
        <source>Show the photos of a stack, or only the one on top</source>
        <translation>Mostrar las fotos de una pila, o solo la de encima</translation>
    </message>
    <message>
        <source>Put on top of the stack</source>
        <translation>Poner encima de la pila</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>Sacar de la pila</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>Desapilar</translation>
    </message>
    <message>
        <source>These photos are a stack already.</source>
        <translation>Estas fotos ya son una pila.</translation>
    </message>
    <message>
        <source>The photo is on top of its stack now.</source>
        <translation>La foto está ahora encima de su pila.</translation>
    </message>
    <message>
        <source>Unstacked {photos}.</source>
        <translation>Desapilado: {photos}.</translation>
    </message>
    <message>
        <source>Open the stack of {photos}</source>
        <translation>Abrir la pila de {photos}</translation>
    </message>
    <message>
        <source>Show the selected photos as one, with the current photo on top</source>
        <translation>Mostrar las fotos seleccionadas como una sola, con la foto actual encima</translation>
    </message>
    <message>
        <source>Let the current photo stand for its stack</source>
        <translation>Hacer que la foto actual represente a su pila</translation>
    </message>
    <message>
        <source>Take the selected photos out of their stacks</source>
        <translation>Sacar las fotos seleccionadas de sus pilas</translation>
    </message>
    <message>
        <source>Show all photos of the stack on their own</source>
        <translation>Mostrar por separado todas las fotos de la pila</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>Apilado: {photos}.</translation>
    </message>
    <message>
        <source>Stack {photos}</source>
        <translation>Apilar {photos}</translation>
    </message>
</context>
<context>
    <name>stack_badge</name>
    <message>
        <source>A stack of {photos}, folded: what is done is done with the one on top</source>
        <translation>Una pila plegada de {photos}: lo que se haga afecta a la de encima</translation>
    </message>
    <message>
        <source>On top of a stack of {photos}</source>
        <translation>Encima de una pila de {photos}</translation>
    </message>
    <message>
        <source>In a stack of {photos}</source>
        <translation>En una pila de {photos}</translation>
    </message>
</context>
<context>
    <name>stack_flow</name>
    <message>
        <source>The stacks are as they were before.</source>
        <translation>Las pilas están como antes.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>stacking</name>
    <message>
        <source>Stacked {count} groups.</source>
        <translation>{count} grupos apilados.</translation>
    </message>
    <message>
        <source>Stack 1 group</source>
        <translation>Apilar 1 grupo</translation>
    </message>
    <message>
        <source>These groups are stacks already.</source>
        <translation>Estos grupos ya son pilas.</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>Apilar {count} grupos</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>Apilado: {photos}.</translation>
    </message>
</context>
<context>
    <name>telling_apart</name>
    <message>
        <source>Files with the same content are always grouped.</source>
        <translation>Los archivos con el mismo contenido siempre se agrupan.</translation>
    </message>
    <message>
        <source>{photos} will not be grouped with the others of this group again.</source>
        <translation>No se volverán a agrupar con las demás de este grupo: {photos}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Grouped again.</source>
        <translation>Agrupadas de nuevo.</translation>
    </message>
</context>
<context>
    <name>training_text</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation> (códigos {codes}, vistas previas {previews})</translation>
    </message>
    <message>
        <source>Bit balance</source>
        <translation>Equilibrio de bits</translation>
    </message>
    <message>
        <source>Bit confidence</source>
        <translation>Confianza de bits</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>Comprobando el nuevo modelo</translation>
    </message>
    <message>
        <source>Code consistency</source>
        <translation>Coherencia del código</translation>
    </message>
    <message>
        <source>It needs about {size} of memory.</source>
        <translation>Necesita unos {size} de memoria.</translation>
    </message>
    <message>
        <source>{learns}, usually in less than a minute.</source>
        <translation>{learns}, normalmente en menos de un minuto.</translation>
    </message>
    <message>
        <source>Colour layout</source>
        <translation>Distribución del color</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Leyendo fotos</translation>
    </message>
    <message>
        <source>Realism</source>
        <translation>Realismo</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retención</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Similitud</translation>
    </message>
    <message>
        <source>Training codes</source>
        <translation>Entrenando códigos</translation>
    </message>
    <message>
        <source>Training previews</source>
        <translation>Entrenando vistas previas</translation>
    </message>
    <message>
        <source>Trains on {chosen} on {device}</source>
        <translation>Se entrena con {chosen} en {device}</translation>
    </message>
    <message>
        <source>Trains on {photos} of {chosen} on {device}</source>
        <translation>Se entrena con {photos} de {chosen} en {device}</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Fine-tuning the network</source>
        <translation>Ajustando la red</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>la GPU de Apple</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>la GPU de NVIDIA</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>{learns}, for up to {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}, durante {most} como máximo; sin límite tardaría unos {time}{parts}.</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}; duración aproximada: {time}{parts}.</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>it was changed since</source>
        <translation>ha cambiado desde entonces</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>Query picture</source>
        <translation>Imagen de búsqueda</translation>
    </message>
</context>
<context>
    <name>viewer_actions</name>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Comparar lado a lado</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>Primera foto</translation>
    </message>
    <message>
        <source>Close, or pause the slideshow</source>
        <translation>Cerrar, o pausar la presentación</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Buscar similares</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Previous photo, or pan when zoomed in</source>
        <translation>Foto anterior, o desplazarla si está ampliada</translation>
    </message>
    <message>
        <source>Next photo, or pan when zoomed in</source>
        <translation>Foto siguiente, o desplazarla si está ampliada</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajustar a la ventana</translation>
    </message>
    <message>
        <source>Enlarge small photos</source>
        <translation>Ampliar fotos pequeñas</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Alternar</translation>
    </message>
    <message>
        <source>Flicker: switch now</source>
        <translation>Alternar: cambiar ahora</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Slideshow over the whole screen</source>
        <translation>Presentación a pantalla completa</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} segundos</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>Última foto</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Foto siguiente</translation>
    </message>
    <message>
        <source>Next photo, or pan down when zoomed in</source>
        <translation>Foto siguiente, o desplazar hacia abajo si está ampliada</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Foto anterior</translation>
    </message>
    <message>
        <source>Previous photo, or pan up when zoomed in</source>
        <translation>Foto anterior, o desplazar hacia arriba si está ampliada</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Copies of photos, side by side</source>
        <translation>Copias de fotos, lado a lado</translation>
    </message>
    <message>
        <source>Photos unlike any other in the library</source>
        <translation>Fotos distintas de todas las demás de la biblioteca</translation>
    </message>
    <message>
        <source>Unusual photos</source>
        <translation>Fotos inusuales</translation>
    </message>
</context>
<context>
    <name>window_actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Acerca de Lookalike</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Añadir una carpeta de fotos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Comparing duplicates</source>
        <translation>Comparar duplicados</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>Buscar con palabras</translation>
    </message>
    <message>
        <source>Type what the photos show</source>
        <translation>Escribir lo que muestran las fotos</translation>
    </message>
    <message>
        <source>Fold stacks</source>
        <translation>Plegar las pilas</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Nueva biblioteca…</translation>
    </message>
    <message>
        <source>Create another library in a window of its own</source>
        <translation>Crear otra biblioteca en su propia ventana</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Abrir biblioteca…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Abrir otra biblioteca en su propia ventana</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Check folder for new photos…</source>
        <translation>Buscar fotos nuevas en una carpeta…</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Todos los modelos…</translation>
    </message>
    <message>
        <source>Show only the photo on top of each stack</source>
        <translation>Mostrar solo la foto de encima de cada pila</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Abrir un archivo de millones de fotos en una ventana propia</translation>
    </message>
    <message>
        <source>Which photos of a folder or memory card are not in the library?</source>
        <translation>¿Qué fotos de una carpeta o tarjeta de memoria no están en la biblioteca?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Elegir qué fotos mostrar y buscar</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Undo move, rename, trash or stack</source>
        <translation>Deshacer movimiento, cambio de nombre, papelera o pila</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Consejos</translation>
    </message>
    <message>
        <source>Exclude files and folders from the library</source>
        <translation>Excluir archivos y carpetas de la biblioteca</translation>
    </message>
    <message>
        <source>Excluded files…</source>
        <translation>Archivos excluidos…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Buscar fotos como una imagen</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Buscar fotos como la imagen del portapapeles</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Miniaturas más grandes</translation>
    </message>
    <message>
        <source>Model and retraining</source>
        <translation>Modelo y reentrenamiento</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Abrir imagen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Query, distances, code lens and lists</source>
        <translation>Búsqueda, distancias, lupa de código y listas</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Rescan folders</source>
        <translation>Volver a examinar las carpetas</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Reentrenar…</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Guardar la búsqueda</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Mostrar u ocultar la barra lateral</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Miniaturas más pequeñas</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Ir a las fotos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Ir a las fotos desde cualquier lugar de la ventana</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Visor</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Vigilar las carpetas en busca de fotos nuevas</translation>
    </message>
</context>
</TS>
