<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lookalike</source>
        <translation>Über Lookalike</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>Findet Fotos, die sich ähneln. Ihre Fotos bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>AllPhotos</name>
    <message>
        <source>Drop, paste or open a picture to find similar photos</source>
        <translation>Bild ablegen, einfügen oder öffnen, um ähnliche Fotos zu finden</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} von {photos}</translation>
    </message>
</context>
<context>
    <name>ArchiveParts</name>
    <message>
        <source>Opening the archive…</source>
        <translation>Archiv wird geöffnet …</translation>
    </message>
    <message>
        <source>Its codes are mapped into memory.</source>
        <translation>Seine Codes werden in den Speicher eingeblendet.</translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation>Das Archiv lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Keine Fotos</translation>
    </message>
    <message>
        <source>None of the files in the archive is a photo.</source>
        <translation>Keine der Dateien im Archiv ist ein Foto.</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Photos of the archive</source>
        <translation>Fotos des Archivs</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} von {photos}</translation>
    </message>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · schreibgeschützt</translation>
    </message>
    <message>
        <source>Archive {folder}</source>
        <translation>Archiv {folder}</translation>
    </message>
</context>
<context>
    <name>BatchRenameDialog</name>
    <message>
        <source>Rename {photos}</source>
        <translation>{photos} umbenennen</translation>
    </message>
    <message>
        <source>Pattern of the new names</source>
        <translation>Muster der neuen Namen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>Ursprünglicher Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>{photos} will be renamed. The endings of the names stay.</source>
        <translation>Neue Namen für {photos}. Die Dateiendungen bleiben.</translation>
    </message>
    <message>
        <source>1 name is not possible: {problem}</source>
        <translation>1 Name ist nicht möglich: {problem}</translation>
    </message>
    <message>
        <source>{count} names are not possible. The first: {problem}</source>
        <translation>{count} Namen sind nicht möglich. Der erste: {problem}</translation>
    </message>
    <message>
        <source>Insert {token}</source>
        <translation>{token} einfügen</translation>
    </message>
    <message>
        <source>Current and new names</source>
        <translation>Aktuelle und neue Namen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Einfügen:</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the code</source>
        <translation>Bits des Codes</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos for every query.</source>
        <translation>Beide Modelle finden zu jedem Suchbild dieselben Fotos.</translation>
    </message>
    <message>
        <source>Finish and reveal the models</source>
        <translation>Beenden und Modelle aufdecken</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{number} of {count}: which row has more photos like this one?</source>
        <translation>{number} von {count}: In welcher Reihe sind mehr Fotos wie dieses?</translation>
    </message>
</context>
<context>
    <name>CheckStatus</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter “{condition}”</source>
        <translation>Filter „{condition}“ entfernen</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>1 more filter</source>
        <translation>1 weiterer Filter</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>{count} more filters</source>
        <translation>{count} weitere Filter</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>A model is being trained</source>
        <translation>Ein Modell wird gerade trainiert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Im Hintergrund fortsetzen</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>Vorerst stoppen</translation>
    </message>
    <message>
        <source>You can continue training in the background without the window; the next start shows the result. If you stop, progress is kept and you can resume later.</source>
        <translation>Das Training kann ohne das Fenster im Hintergrund weiterlaufen; der nächste Start zeigt das Ergebnis. Nach dem Stoppen bleibt der Fortschritt erhalten, und Sie können später fortsetzen.</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>What the code sees</source>
        <translation>Was der Code sieht</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet …</translation>
    </message>
    <message>
        <source>Nearest photos</source>
        <translation>Nächstliegende Fotos</translation>
    </message>
    <message>
        <source>Drawn from {count} bits</source>
        <translation>Aus {count} Bits gezeichnet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit flipped</source>
        <translation>1 Bit umgekehrt</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>1 von {bits} Bits ist anders als bei {name}.</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>Klicken Sie auf ein Bit, um es umzukehren. Wählen Sie ein Foto, um seinen Code zu vergleichen.</translation>
    </message>
    <message>
        <source>Code lens</source>
        <translation>Code-Lupe</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below. The pictures above are drawn from these marks alone.</source>
        <translation>Fotos werden anhand von {count} Ja-Nein-Merkmalen verglichen, den Quadraten unten. Die Bilder oben sind allein aus diesen Merkmalen gezeichnet.</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below.</source>
        <translation>Fotos werden anhand von {count} Ja-Nein-Merkmalen verglichen, den Quadraten unten.</translation>
    </message>
    <message>
        <source>No bits flipped</source>
        <translation>Keine Bits umgekehrt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>{count} bits flipped</source>
        <translation>{count} Bits umgekehrt</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}. Darker means it matters more to this search.</source>
        <translation>{count} von {bits} Bits sind anders als bei {name}. Je dunkler, desto wichtiger für diese Suche.</translation>
    </message>
    <message>
        <source>{name} has the same code.</source>
        <translation>{name} hat denselben Code.</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the path to {name}: {gone} of {count} bits</source>
        <translation>Auf dem Weg zu {name}: {gone} von {count} Bits</translation>
    </message>
    <message>
        <source>The path from the query's code to the photo's code</source>
        <translation>Der Weg vom Code des Suchbilds zum Code des Fotos</translation>
    </message>
    <message>
        <source>{name}, the photo closest to the path after {bits}</source>
        <translation>{name}, das Foto, das dem Weg nach {bits} am nächsten ist</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the models on this library…</source>
        <translation>Modelle werden in dieser Bibliothek verglichen …</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>Selbst ansehen</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>What their codes have kept</source>
        <translation>Was ihre Codes bewahrt haben</translation>
    </message>
    <message>
        <source>“{new}” compared with “{old}”</source>
        <translation>„{new}“ im Vergleich mit „{old}“</translation>
    </message>
</context>
<context>
    <name>ComponentFlow</name>
    <message>
        <source>Install from folder</source>
        <translation>Aus Ordner installieren</translation>
    </message>
</context>
<context>
    <name>ComponentRemoval</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove component ({size})…</source>
        <translation>Komponente entfernen ({size}) …</translation>
    </message>
    <message>
        <source>This removes the training component and frees {size}. Only thorough training needs it. Searching, your models and quick training work as before, and you can install it again.</source>
        <translation>Damit wird die Trainingskomponente entfernt, und {size} werden frei. Nur gründliches Training braucht sie. Die Suche, Ihre Modelle und schnelles Training funktionieren wie bisher, und Sie können sie wieder installieren.</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Install training component</source>
        <translation>Trainingskomponente installieren</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>Aus Ordner installieren…</translation>
    </message>
    <message>
        <source>A folder that “lookalike component download” has filled, on a computer with a network</source>
        <translation>Ein Ordner, den „lookalike component download“ auf einem Computer mit Netzwerk gefüllt hat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Removing the training component…</source>
        <translation>Die Trainingskomponente wird entfernt …</translation>
    </message>
    <message>
        <source>The training component is removed; {size} are free again. Searching, your models and quick training work as before.</source>
        <translation>Die Trainingskomponente ist entfernt; {size} sind wieder frei. Die Suche, Ihre Modelle und schnelles Training funktionieren wie bisher.</translation>
    </message>
    <message>
        <source>The training component (PyTorch) is installed. Only thorough training uses it.</source>
        <translation>Die Trainingskomponente (PyTorch) ist installiert. Nur gründliches Training verwendet sie.</translation>
    </message>
    <message>
        <source>There is a component that this version cannot use: an earlier version installed it, or an installation was interrupted.</source>
        <translation>Es gibt eine Komponente, die diese Version nicht verwenden kann: Eine frühere Version hat sie installiert, oder eine Installation wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Thorough training needs PyTorch, which is not installed. The build for {device} is a download of about {download}, which takes {disk} on disk. It is fetched only when you press the button, and only once. Your photos never leave this computer.</source>
        <translation>Gründliches Training braucht PyTorch, das nicht installiert ist. Die passende Version ({device}) ist ein Download von etwa {download} und belegt {disk} auf der Festplatte. Sie wird nur geladen, wenn Sie auf die Schaltfläche klicken, und nur einmal. Ihre Fotos verlassen diesen Computer nie.</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>This build of Lookalike can only train quickly. To train thoroughly, install Lookalike with pip (pip install "lookalike[train]"). It opens the same library, and its models can be used here.</source>
        <translation>Diese Ausgabe von Lookalike kann nur schnell trainieren. Um gründlich zu trainieren, installieren Sie Lookalike mit pip (pip install "lookalike[train]"). Es öffnet dieselbe Bibliothek, und seine Modelle sind hier verwendbar.</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Photos with copies, by group</source>
        <translation>Fotos mit Kopien, nach Gruppen</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>No two photos of the archive are the same.</source>
        <translation>Keine zwei Fotos des Archivs sind gleich.</translation>
    </message>
    <message>
        <source>Finding duplicates…</source>
        <translation>Duplikate werden gesucht…</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Duplikate werden gesucht: {done} von {total}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details are in {log}. Nothing was sent anywhere.</source>
        <translation>Einzelheiten stehen in {log}. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Your last action may not have completed. You can continue; if this happens again, quit and restart Lookalike.</source>
        <translation>Ihre letzte Aktion wurde vielleicht nicht abgeschlossen. Sie können weiterarbeiten; wenn es wieder geschieht, starten Sie Lookalike neu.</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike quit unexpectedly last time. Details are in {log}.</source>
        <translation>Lookalike wurde beim letzten Mal unerwartet beendet. Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}). Details are in the log.</source>
        <translation>Wieder ist etwas schiefgegangen ({error}). Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Date, from</source>
        <translation>Datum, von</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>Datum, bis</translation>
    </message>
</context>
<context>
    <name>DateTree</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Jedes Datum</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Any date</source>
        <translation>Jedes Datum</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Find duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>What to keep…</source>
        <translation>Was bleiben soll …</translation>
    </message>
    <message>
        <source>Finding more…</source>
        <translation>Suche läuft weiter …</translation>
    </message>
    <message>
        <source>Nothing else is known yet</source>
        <translation>Bisher ist sonst nichts bekannt</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>1 Datei nicht indiziert</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>Dateien, die nicht indiziert werden konnten</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Alle wiederholen</translation>
    </message>
    <message>
        <source>Retry {count}</source>
        <translation>{count} wiederholen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>{count} Dateien nicht indiziert</translation>
    </message>
</context>
<context>
    <name>DiscardBar</name>
    <message>
        <source>Clear marks</source>
        <translation>Markierungen löschen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Aussortieren …</translation>
    </message>
    <message>
        <source>{files} marked to be discarded · {size}</source>
        <translation>Zum Aussortieren markiert: {files} · {size}</translation>
    </message>
</context>
<context>
    <name>DiscardSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Merge ratings and keywords</source>
        <translation>Bewertungen und Stichwörter zusammenführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace by links…</source>
        <translation>Durch Links ersetzen …</translation>
    </message>
    <message>
        <source>The paths stay; the content is stored once</source>
        <translation>Die Pfade bleiben; der Inhalt wird einmal gespeichert</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>In Ordner verschieben …</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Hard links: one file with several paths</source>
        <translation>Hardlinks: eine Datei mit mehreren Pfaden</translation>
    </message>
    <message>
        <source>Reflinks: separate files that share their space</source>
        <translation>Reflinks: eigene Dateien, die sich den Platz teilen</translation>
    </message>
    <message>
        <source>Frees {size}. Of each group at least one file stays. You can undo it.</source>
        <translation>Gibt {size} frei. Aus jeder Gruppe bleibt mindestens eine Datei. Sie können es rückgängig machen.</translation>
    </message>
    <message>
        <source>Into XMP files beside the photos that stay: the highest rating, and all keywords.</source>
        <translation>In XMP-Dateien neben den Fotos, die bleiben: die höchste Bewertung und alle Stichwörter.</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>Abstände aller Fotos</translation>
    </message>
    <message>
        <source>Number of photos at each distance. Drag the handles to limit the results. Arrow keys move the right handle; with Shift, the left one.</source>
        <translation>Anzahl der Fotos in jedem Abstand. Ziehen Sie an den Griffen, um die Ergebnisse einzugrenzen. Pfeiltasten bewegen den rechten Griff, mit Umschalt den linken.</translation>
    </message>
</context>
<context>
    <name>DistancePanel</name>
    <message>
        <source>All distances</source>
        <translation>Alle Abstände</translation>
    </message>
    <message>
        <source>Hide near-duplicates</source>
        <translation>Beinahe-Duplikate ausblenden</translation>
    </message>
    <message>
        <source>Hide photos from the same folder</source>
        <translation>Fotos aus demselben Ordner ausblenden</translation>
    </message>
    <message>
        <source>Hide photos in the folder of the query picture</source>
        <translation>Fotos aus dem Ordner des Suchbilds ausblenden</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>Ausgeblendete Beinahe-Duplikate: {count}</translation>
    </message>
    <message>
        <source>Show only the closest of several versions of the same photo</source>
        <translation>Von mehreren Versionen desselben Fotos nur die nächste zeigen</translation>
    </message>
    <message>
        <source>Similar: up to {percent} % different</source>
        <translation>Ähnlich: bis {percent} % anders</translation>
    </message>
    <message>
        <source>Up to {percent} % different</source>
        <translation>Bis {percent} % anders</translation>
    </message>
    <message>
        <source>{least} to {most} % different</source>
        <translation>{least} bis {most} % anders</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider</source>
        <translation>Trennlinie</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open this library</source>
        <translation>Ablegen, um diese Bibliothek zu öffnen</translation>
    </message>
    <message>
        <source>Drop to see which photos of this folder are new</source>
        <translation>Ablegen, um zu sehen, welche Fotos dieses Ordners neu sind</translation>
    </message>
    <message>
        <source>Drop to see which photos of these folders are new</source>
        <translation>Ablegen, um zu sehen, welche Fotos dieser Ordner neu sind</translation>
    </message>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>Ablegen, um diesen Ordner zur Bibliothek hinzuzufügen</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>Ablegen, um ähnliche Fotos zu finden</translation>
    </message>
</context>
<context>
    <name>DuplicatesFlow</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates, the groups with most to save first</source>
        <translation>Duplikate, die größte Ersparnis zuerst</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove this example</source>
        <translation>Wie {name}: klicken, um dieses Beispiel zu entfernen</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove this example</source>
        <translation>Nicht wie {name}: klicken, um dieses Beispiel zu entfernen</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>nicht wie {name}</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>Weitere Beispiele</translation>
    </message>
    <message>
        <source>Remove 1 more example</source>
        <translation>1 weiteres Beispiel entfernen</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>Eines von {count} weiteren Beispielen entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>A folder at the top</source>
        <translation>Ein Ordner der obersten Ebene</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Except this file</source>
        <translation>Diese Datei nicht</translation>
    </message>
    <message>
        <source>Excluded files</source>
        <translation>Ausgeschlossene Dateien</translation>
    </message>
    <message>
        <source>Excluded photos are not deleted. They return when you remove the pattern, without being read again.</source>
        <translation>Ausgeschlossene Fotos werden nicht gelöscht. Ohne das Muster kehren sie zurück, ohne neu gelesen zu werden.</translation>
    </message>
    <message>
        <source>Files with this ending</source>
        <translation>Dateien mit dieser Endung</translation>
    </message>
    <message>
        <source>Folders of this name</source>
        <translation>Ordner mit diesem Namen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Links that lead out of the library's folders</source>
        <translation>Links, die aus den Ordnern der Bibliothek hinausführen</translation>
    </message>
    <message>
        <source>One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of the library.</source>
        <translation>Ein Muster pro Zeile, in der Schreibweise von .gitignore. Muster gelten für alle Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>Patterns of excluded files</source>
        <translation>Muster der ausgeschlossenen Dateien</translation>
    </message>
    <message>
        <source>Save and rescan</source>
        <translation>Speichern und neu einlesen</translation>
    </message>
    <message>
        <source>Trash folders, caches and previews of other programs are always left out.</source>
        <translation>Papierkörbe, Caches und Vorschauen anderer Programme werden immer ausgelassen.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>Kontaktbogen (PNG) …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>Papier (PDF)</translation>
    </message>
    <message>
        <source>Names below the photos</source>
        <translation>Namen unter den Fotos</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>{photos} exportieren</translation>
    </message>
    <message>
        <source>Include codes</source>
        <translation>Mit Codes</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)…</source>
        <translation>Kontaktbogen (PDF) …</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON …</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV) …</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>No program is set to open {path}. Choose a default program for this file type first.</source>
        <translation>Für {path} ist kein Programm festgelegt. Wählen Sie zuerst ein Standardprogramm für diesen Dateityp.</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>{path} konnte mit diesem Programm nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Thumbnail size</source>
        <translation>Größe der Miniaturen</translation>
    </message>
    <message>
        <source>Thumbnail size ({larger} and {smaller})</source>
        <translation>Größe der Miniaturen ({larger} und {smaller})</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>Jede Größe</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>open</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>GroupComparison</name>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>LeftOutRow</name>
    <message>
        <source>Without {count} bits</source>
        <translation>Ohne {count} Bits</translation>
    </message>
</context>
<context>
    <name>LensChanges</name>
    <message>
        <source>What both codes have in common, and the query with bits taken over from {name}, those that matter most first:</source>
        <translation>Was beide Codes gemeinsam haben, und das Suchbild mit Bits von {name}, die wichtigsten zuerst:</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>{count} of {bits}</source>
        <translation>{count} von {bits}</translation>
    </message>
    <message>
        <source>The query with {count} of the {bits} that differ taken over</source>
        <translation>Das Suchbild mit {count} von {bits}, die anders sind</translation>
    </message>
    <message>
        <source>What both have in common, without the {bits} that differ</source>
        <translation>Was beide gemeinsam haben, ohne {bits}, die anders sind</translation>
    </message>
</context>
<context>
    <name>LensDrawings</name>
    <message>
        <source>Query</source>
        <translation>Suchbild</translation>
    </message>
    <message>
        <source>Preview of the query's code</source>
        <translation>Vorschau des Codes des Suchbilds</translation>
    </message>
    <message>
        <source>Preview of the selected photo's code</source>
        <translation>Vorschau des Codes des gewählten Fotos</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Gewählt</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Kinds of duplicates</source>
        <translation>Arten von Duplikaten</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Locate “{folder}”</source>
        <translation>„{folder}“ suchen</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed. Updating the library's codes…</source>
        <translation>Das Modell hat sich geändert. Die Codes der Bibliothek werden aktualisiert …</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Photo library</source>
        <translation>Fotobibliothek</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Archiv öffnen</translation>
    </message>
    <message>
        <source>Open recent library</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training progress</source>
        <translation>Verlauf des Trainings</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Was der Code sieht</translation>
    </message>
    <message>
        <source>Select a photo to see its details.</source>
        <translation>Wählen Sie ein Foto, um seine Details zu sehen.</translation>
    </message>
</context>
<context>
    <name>MissingLibraryDialog</name>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>In {folder} ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>Create it there, or choose another? If it is on a drive, connect that first.</source>
        <translation>Dort anlegen oder eine andere wählen? Liegt sie auf einem Laufwerk, verbinden Sie es zuerst.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>Andere wählen …</translation>
    </message>
    <message>
        <source>Create it there</source>
        <translation>Dort anlegen</translation>
    </message>
    <message>
        <source>Open my library</source>
        <translation>Meine Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Neu trainieren</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Import model…</source>
        <translation>Modell importieren …</translation>
    </message>
    <message>
        <source>The selected model is used for searching. Switching does not reread your photos.</source>
        <translation>Das gewählte Modell wird zum Suchen verwendet. Beim Wechsel werden Ihre Fotos nicht neu gelesen.</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>Model exported to {path}.</source>
        <translation>Modell nach {path} exportiert.</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Nothing was changed. The library still uses “{model}”.</source>
        <translation>Nichts wurde geändert. Die Bibliothek verwendet weiter „{model}“.</translation>
    </message>
    <message>
        <source>Now searching with “{model}”.</source>
        <translation>Gesucht wird jetzt mit „{model}“.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Neu trainieren …</translation>
    </message>
    <message>
        <source>Switching to {model} was interrupted. The previous model is still in use.</source>
        <translation>Der Wechsel zu {model} wurde unterbrochen. Das vorherige Modell wird weiter verwendet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{photos} are new since the model was trained. Retraining on this library may find more related photos.</source>
        <translation>Seit dem Training des Modells neu: {photos}. Ein neues Training mit dieser Bibliothek findet vielleicht mehr verwandte Fotos.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>Aktionen für {model}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare with current model</source>
        <translation>Mit aktuellem Modell vergleichen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>Will be used when current work is finished.</source>
        <translation>Wird verwendet, sobald die laufende Arbeit beendet ist.</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>ModelTransfer</name>
    <message>
        <source>Checking the file before importing…</source>
        <translation>Die Datei wird vor dem Import geprüft …</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>{model} exportieren</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>Das Modell wird exportiert …</translation>
    </message>
    <message>
        <source>Model imported. It uses different features: switching to it rereads every photo.</source>
        <translation>Modell importiert. Es verwendet andere Merkmale: Beim Wechsel wird jedes Foto neu gelesen.</translation>
    </message>
    <message>
        <source>Model imported. You can now compare or use it.</source>
        <translation>Modell importiert. Sie können es jetzt vergleichen oder verwenden.</translation>
    </message>
    <message>
        <source>The library already has this model. Nothing was changed.</source>
        <translation>Die Bibliothek hat dieses Modell schon. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>NeighbourGrid</name>
    <message>
        <source>{name}: {bits} of its code are different. Click to look at it.</source>
        <translation>{name}: {bits} des Codes sind anders. Klicken, um ihn anzusehen.</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Vorschau von {name}</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The same photo</source>
        <translation>Dasselbe Foto</translation>
    </message>
</context>
<context>
    <name>NewcomersDialog</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Ordner auf neue Fotos prüfen</translation>
    </message>
    <message>
        <source>Check another folder…</source>
        <translation>Anderen Ordner prüfen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Photos of the folder</source>
        <translation>Fotos des Ordners</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>NewcomersFlow</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Ordner auf neue Fotos prüfen</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
</context>
<context>
    <name>OutliersFlow</name>
    <message>
        <source>Unusual photos</source>
        <translation>Ungewöhnliche Fotos</translation>
    </message>
</context>
<context>
    <name>OutliersView</name>
    <message>
        <source>Finding unusual photos: {done} of {total}…</source>
        <translation>Ungewöhnliche Fotos werden gesucht: {done} von {total} …</translation>
    </message>
    <message>
        <source>Finding unusual photos…</source>
        <translation>Ungewöhnliche Fotos werden gesucht …</translation>
    </message>
    <message>
        <source>No unusual photos</source>
        <translation>Keine ungewöhnlichen Fotos</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, most unusual first: hardly any other photos are similar.</source>
        <translation>Die {count} ungewöhnlichsten von {total}, die ungewöhnlichsten zuerst: Kaum ein anderes Foto ist ähnlich.</translation>
    </message>
    <message>
        <source>There are not enough photos to find unusual ones.</source>
        <translation>Es sind zu wenige Fotos, um ungewöhnliche zu finden.</translation>
    </message>
    <message>
        <source>Unusual photos, most unusual first</source>
        <translation>Ungewöhnliche Fotos, die ungewöhnlichsten zuerst</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Earlier photos</source>
        <translation>Frühere Fotos</translation>
    </message>
    <message>
        <source>Later photos</source>
        <translation>Spätere Fotos</translation>
    </message>
    <message>
        <source>Photos {first} to {last} of {count}</source>
        <translation>Fotos {first} bis {last} von {count}</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Export {photos}</source>
        <translation>{photos} exportieren</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>photo {place} of {count}</source>
        <translation>Foto {place} von {count}</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Fotoordner hinzufügen</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>Die Zwischenablage enthält kein Bild.</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>Das abgelegte Bild</translation>
    </message>
    <message>
        <source>This link does not contain a picture, and Lookalike never downloads anything. Copy or save the picture itself.</source>
        <translation>Dieser Link enthält kein Bild, und Lookalike lädt nie etwas herunter. Kopieren oder speichern Sie das Bild selbst.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>No previews</source>
        <translation>Keine Vorschauen</translation>
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
        <translation>Leertaste zeigt es groß.</translation>
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
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
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
        <translation>Eine Suche kann höchstens {count} Beispiele haben.</translation>
    </message>
    <message>
        <source>A search needs at least one picture.</source>
        <translation>Eine Suche braucht mindestens ein Bild.</translation>
    </message>
    <message>
        <source>Search for something first, then exclude photos like this.</source>
        <translation>Suchen Sie zuerst etwas, und schließen Sie dann Fotos wie dieses aus.</translation>
    </message>
    <message>
        <source>Searching for the first {most} of {count} pictures.</source>
        <translation>Gesucht wird nach den ersten {most} von {count} Bildern.</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>Suchbild</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>Das ganze Bild suchen</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>Wieder das ganze Bild suchen</translation>
    </message>
    <message>
        <source>Searching for</source>
        <translation>Gesucht wird</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>Gewähltes Foto</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}, von</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, bis</translation>
    </message>
</context>
<context>
    <name>RegionPicture</name>
    <message>
        <source>Draw a rectangle to search for that part only</source>
        <translation>Rechteck ziehen, um nur diesen Teil zu suchen</translation>
    </message>
    <message>
        <source>Press Enter to start and finish a selection. Arrow keys move it; with Shift, they resize it. Escape cancels.</source>
        <translation>Die Eingabetaste beginnt und beendet eine Auswahl. Pfeiltasten bewegen sie, mit Umschalt ändern sie ihre Größe. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Removes {photos} from the library. The files are not deleted.</source>
        <translation>Entfernt {photos} aus der Bibliothek. Die Dateien werden nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>New name, without {suffix}</source>
        <translation>Neuer Name, ohne {suffix}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
</context>
<context>
    <name>RenamePreview</name>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Current name</source>
        <translation>Aktueller Name</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Less similar below</source>
        <translation>Ab hier weniger ähnlich</translation>
    </message>
    <message>
        <source>Photos, most similar first</source>
        <translation>Fotos, die ähnlichsten zuerst</translation>
    </message>
    <message>
        <source>Probably no similar photos; these are the closest</source>
        <translation>Wahrscheinlich keine ähnlichen Fotos; diese sind am nächsten</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>Also learn previews</source>
        <translation>Auch Vorschauen lernen</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>Länge der Codes</translation>
    </message>
    <message>
        <source>Estimating the time on this computer…</source>
        <translation>Die Dauer auf diesem Computer wird geschätzt …</translation>
    </message>
    <message>
        <source>Longer codes distinguish more photos; shorter codes search faster.</source>
        <translation>Längere Codes unterscheiden mehr Fotos, kürzere suchen schneller.</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. They are not needed for searching and take longer to train.</source>
        <translation>Vorschauen zeigen, was ein Code von einem Foto bewahrt hat. Zum Suchen sind sie nicht nötig, und ihr Training dauert länger.</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Search only</source>
        <translation>Nur Suche</translation>
    </message>
    <message>
        <source>Install training component…</source>
        <translation>Trainingskomponente installieren …</translation>
    </message>
    <message>
        <source>Training component…</source>
        <translation>Trainingskomponente …</translation>
    </message>
    <message>
        <source>Thorough training needs a component that is not installed: PyTorch.</source>
        <translation>Gründliches Training braucht eine Komponente, die nicht installiert ist: PyTorch.</translation>
    </message>
    <message>
        <source>Train a model on your own photos to find more related ones. Nothing changes until you have compared it; the current model stays, and you can switch back at any time. Photos never leave this computer.</source>
        <translation>Trainieren Sie ein Modell mit Ihren eigenen Fotos, um mehr verwandte zu finden. Nichts ändert sich, bevor Sie es verglichen haben; das aktuelle Modell bleibt, und Sie können jederzeit zurückwechseln. Fotos verlassen diesen Computer nie.</translation>
    </message>
    <message>
        <source>Training goal</source>
        <translation>Ziel des Trainings</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Bit balance: {share} %</source>
        <translation>Bit-Ausgewogenheit: {share} %</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Aussortieren …</translation>
    </message>
    <message>
        <source>Discards the training and its progress. This cannot be undone.</source>
        <translation>Verwirft das Training und seinen Fortschritt. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>If you stop, progress is kept and you can resume later.</source>
        <translation>Nach dem Stoppen bleibt der Fortschritt erhalten, und Sie können später fortsetzen.</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>Im Hintergrund: {work}</translation>
    </message>
    <message>
        <source>Pairs of a photo and its current preview</source>
        <translation>Paare aus einem Foto und seiner aktuellen Vorschau</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped. A quick training starts again from the beginning.</source>
        <translation>Gestoppt. Ein schnelles Training beginnt wieder von vorn.</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>Angehalten · {work}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopped at: {work}. You can resume from there.</source>
        <translation>Gestoppt bei: {work}. Sie können dort fortsetzen.</translation>
    </message>
    <message>
        <source>Stopping and saving progress…</source>
        <translation>Wird gestoppt, der Fortschritt gespeichert …</translation>
    </message>
    <message>
        <source>Unique codes: {share} %</source>
        <translation>Eindeutige Codes: {share} %</translation>
    </message>
    <message>
        <source>Validation loss: {loss}</source>
        <translation>Validierungsverlust: {loss}</translation>
    </message>
    <message>
        <source>Waiting for other work to finish</source>
        <translation>Wartet auf andere Arbeiten</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model trained on {photos} is ready to compare.</source>
        <translation>Ein neues Modell, trainiert mit {photos}, ist bereit zum Vergleich.</translation>
    </message>
    <message>
        <source>A retraining is running in the background.</source>
        <translation>Im Hintergrund läuft ein Training.</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}. Its progress is kept.</source>
        <translation>Ein Training wurde nach {time} unterbrochen. Sein Fortschritt bleibt erhalten.</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it made any progress.</source>
        <translation>Ein Training wurde unterbrochen, bevor es vorankam.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>A quick training was interrupted. It starts again from the beginning.</source>
        <translation>Ein schnelles Training wurde unterbrochen. Es beginnt wieder von vorn.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Actions for {folder}</source>
        <translation>Aktionen für {folder}</translation>
    </message>
    <message>
        <source>Hide folders</source>
        <translation>Ordner ausblenden</translation>
    </message>
    <message>
        <source>Show folders</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>Aus der Bibliothek entfernen …</translation>
    </message>
</context>
<context>
    <name>RootSection</name>
    <message>
        <source>Folders in {folder}</source>
        <translation>Ordner in {folder}</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What to keep</source>
        <translation>Was bleiben soll</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Wichtiger</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>Weniger wichtig</translation>
    </message>
    <message>
        <source>Preferred folders, the best first</source>
        <translation>Bevorzugte Ordner, der beste zuerst</translation>
    </message>
    <message>
        <source>Folders from which nothing is discarded</source>
        <translation>Ordner, aus denen nichts aussortiert wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rules, the most important first</source>
        <translation>Regeln, die wichtigste zuerst</translation>
    </message>
    <message>
        <source>The first rule that tells the photos of a group apart decides which one is suggested.</source>
        <translation>Die erste Regel, in der sich die Fotos einer Gruppe unterscheiden, entscheidet, welches vorgeschlagen wird.</translation>
    </message>
    <message>
        <source>The rules cannot be saved in this library: they last until the window closes.</source>
        <translation>Die Regeln können in dieser Bibliothek nicht gespeichert werden: Sie gelten, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>SavedSearchList</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
</context>
<context>
    <name>SavedSearchLists</name>
    <message>
        <source>Search deleted: {name}</source>
        <translation>Suche gelöscht: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A search for a pasted picture cannot be saved. Save the picture as a file and search for it.</source>
        <translation>Die Suche nach einem eingefügten Bild kann nicht gespeichert werden. Speichern Sie das Bild als Datei, und suchen Sie danach.</translation>
    </message>
    <message>
        <source>Search for something first, then save the search.</source>
        <translation>Suchen Sie zuerst etwas, und speichern Sie dann die Suche.</translation>
    </message>
    <message>
        <source>Search saved: {name}</source>
        <translation>Suche gespeichert: {name}</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>Folder {folder}</source>
        <translation>Ordner {folder}</translation>
    </message>
    <message>
        <source>Photos from a date range</source>
        <translation>Fotos aus einem Zeitraum</translation>
    </message>
    <message>
        <source>Photos matching the current filters</source>
        <translation>Fotos, die zu den aktuellen Filtern passen</translation>
    </message>
    <message>
        <source>Selection: {photos}</source>
        <translation>Auswahl: {photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Die ganze Bibliothek</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Trainieren mit</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected photos</source>
        <translation>Gewählte Fotos</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} gewählt</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>CPU use while indexing</source>
        <translation>CPU-Nutzung beim Indizieren</translation>
    </message>
    <message>
        <source>{language} (not proofread)</source>
        <translation>{language} (ungeprüft)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched; {rescan} to find new photos.</source>
        <translation>Ordner auf Netzlaufwerken werden nicht überwacht; {rescan}, um neue Fotos zu finden.</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Keeps recently viewed thumbnails in memory: about {count} at the current size.</source>
        <translation>Hält zuletzt gezeigte Miniaturen im Speicher: etwa {count} in der aktuellen Größe.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>No native speaker has read the translations that are marked as not proofread yet.</source>
        <translation>Übersetzungen, die „ungeprüft“ sind, hat noch kein Muttersprachler gelesen.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Only when I rescan (F5)</source>
        <translation>Nur beim Neueinlesen (F5)</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Thumbnail cache</source>
        <translation>Miniaturen-Cache</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Ordner auf neue Fotos überwachen</translation>
    </message>
    <message>
        <source>rescan</source>
        <translation>neu einlesen</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} auf der Festplatte</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · schreibgeschützt</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Paused. Space continues, Esc ends the slideshow.</source>
        <translation>Angehalten. Leertaste setzt fort, Esc beendet die Diashow.</translation>
    </message>
    <message>
        <source>Slideshow. Space pauses, Esc ends it.</source>
        <translation>Diashow. Leertaste hält an, Esc beendet sie.</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sorted by: {order}, {direction}</source>
        <translation>Sortiert nach: {order}, {direction}</translation>
    </message>
</context>
<context>
    <name>SpareButton</name>
    <message>
        <source>In this group</source>
        <translation>In dieser Gruppe</translation>
    </message>
    <message>
        <source>In all {count} groups of “{level}”</source>
        <translation>In allen {count} Gruppen von „{level}“</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>Im Ordner {folder}</translation>
    </message>
</context>
<context>
    <name>StackButton</name>
    <message>
        <source>This group</source>
        <translation>Diese Gruppe</translation>
    </message>
    <message>
        <source>The {count} groups of the selected photos</source>
        <translation>Die {count} Gruppen der gewählten Fotos</translation>
    </message>
    <message>
        <source>All {count} groups of “{level}”</source>
        <translation>Alle {count} Gruppen von „{level}“</translation>
    </message>
</context>
<context>
    <name>StackSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the photo that is suggested to stay, with the others behind it.</source>
        <translation>Aus {photos} werden {count}: aus jeder Gruppe das Foto, das bleiben soll, und dahinter die übrigen.</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the picture that is not RAW and has the most pixels, with the others behind it.</source>
        <translation>Aus {photos} werden {count}: aus jeder Gruppe das Bild, das kein RAW ist und die meisten Pixel hat, und dahinter die übrigen.</translation>
    </message>
    <message>
        <source>No file is touched. You can undo it. A group that is a stack is shown here again only when another photo joins the group.</source>
        <translation>Keine Datei wird berührt. Sie können es rückgängig machen. Eine gestapelte Gruppe wird hier erst wieder gezeigt, wenn ein weiteres Foto dazukommt.</translation>
    </message>
</context>
<context>
    <name>StandingTabs</name>
    <message>
        <source>What the photos are to the library</source>
        <translation>Was die Fotos für die Bibliothek sind</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Up to {time}</source>
        <translation>Bis zu {time}</translation>
    </message>
</context>
<context>
    <name>TypedSearch</name>
    <message>
        <source>Type what the photos show; after a minus, what they should not show.</source>
        <translation>Geben Sie ein, was die Fotos zeigen; nach einem Minus, was sie nicht zeigen sollen.</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
</context>
<context>
    <name>ViewerMenu</name>
    <message>
        <source>Time for each photo</source>
        <translation>Zeit für jedes Foto</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Takes seconds, and keeps what the current model finds. The model has no previews.</source>
        <translation>Dauert Sekunden und behält, was das aktuelle Modell findet. Das Modell hat keine Vorschauen.</translation>
    </message>
    <message>
        <source>Takes minutes to hours, and can learn previews.</source>
        <translation>Dauert Minuten bis Stunden und kann Vorschauen lernen.</translation>
    </message>
</context>
<context>
    <name>WordsBox</name>
    <message>
        <source>Search by words</source>
        <translation>Mit Worten suchen</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Paused · {work}</source>
        <translation>Angehalten · {work}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt …</translation>
    </message>
    <message>
        <source>Updating moved photos…</source>
        <translation>Verschobene Fotos werden aktualisiert …</translation>
    </message>
    <message>
        <source>{count} could not be indexed</source>
        <translation>{count} nicht indiziert</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>{folders} is paused and was not scanned. Resume it in the sidebar.</source>
        <translation>Angehalten und nicht eingelesen: {folders}. Setzen Sie in der Seitenleiste fort.</translation>
    </message>
</context>
<context>
    <name>YearScrubber</name>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>Click or drag to go to another year</source>
        <translation>Klicken oder ziehen, um zu einem anderen Jahr zu gehen</translation>
    </message>
</context>
<context>
    <name>_PreviewGrid</name>
    <message>
        <source>Previews so far</source>
        <translation>Bisherige Vorschauen</translation>
    </message>
</context>
<context>
    <name>archive_actions</name>
    <message>
        <source>Save the search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Fotos wie ein Bild finden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Fotos wie das Bild in der Zwischenablage finden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Wählen, welche Fotos gezeigt und durchsucht werden</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Größere Miniaturen</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Kleinere Miniaturen</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Zu den Fotos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Zu den Fotos, von überall im Fenster</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Eine andere Bibliothek in eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Archiv öffnen …</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Über Lookalike</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show identical files, and the same photo otherwise stored</source>
        <translation>Identische Dateien zeigen, und dasselbe Foto in anderer Form</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Ein Archiv mit Millionen Fotos in einem eigenen Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>archive_photo_actions</name>
    <message>
        <source>An archive can only be read. To change its photos, import it into a library: lookalike cluster import</source>
        <translation>Ein Archiv kann nur gelesen werden. Um seine Fotos zu ändern, importieren Sie es in eine Bibliothek: lookalike cluster import</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>Bit {number} ist {value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>Code-Lupe: Bit umkehren</translation>
    </message>
    <message>
        <source>differs: lowers similarity by {cost} %</source>
        <translation>anders: mindert die Ähnlichkeit um {cost} %</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>von Ihnen umgekehrt</translation>
    </message>
    <message>
        <source>more certain than {share} % of the query's bits</source>
        <translation>sicherer als {share} % der Bits des Suchbilds</translation>
    </message>
</context>
<context>
    <name>blind_vote</name>
    <message>
        <source>Neither is better</source>
        <translation>Keine ist besser</translation>
    </message>
    <message>
        <source>The first row is better</source>
        <translation>Die erste Reihe ist besser</translation>
    </message>
    <message>
        <source>The second row is better</source>
        <translation>Die zweite Reihe ist besser</translation>
    </message>
</context>
<context>
    <name>browse_model</name>
    <message>
        <source>{name} · disconnected</source>
        <translation>{name} · nicht verbunden</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
</context>
<context>
    <name>chip_keys</name>
    <message>
        <source>Examples, filters, searches and folders: remove</source>
        <translation>Beispiele, Filter, Suchen und Ordner: entfernen</translation>
    </message>
</context>
<context>
    <name>code_page</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What the code sees: back to the photo before</source>
        <translation>Was der Code sieht: zurück zum Foto davor</translation>
    </message>
</context>
<context>
    <name>comparison_actions</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Previous photo of the group</source>
        <translation>Voriges Foto der Gruppe</translation>
    </message>
    <message>
        <source>Next photo of the group</source>
        <translation>Nächstes Foto der Gruppe</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Switch now</source>
        <translation>Jetzt wechseln</translation>
    </message>
    <message>
        <source>Flicker: switch now; slider: swap sides</source>
        <translation>Blinken: jetzt wechseln; Schieber: Seiten tauschen</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>Move the slider left</source>
        <translation>Schieber nach links</translation>
    </message>
    <message>
        <source>Move the slider right</source>
        <translation>Schieber nach rechts</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ans Fenster anpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>comparison_text</name>
    <message>
        <source>Computing new codes</source>
        <translation>Neue Codes werden berechnet</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>Beinahe-Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>Finding photos on which the models disagree</source>
        <translation>Fotos, bei denen die Modelle uneins sind, werden gesucht</translation>
    </message>
    <message>
        <source>Finding related photos</source>
        <translation>Verwandte Fotos werden gesucht</translation>
    </message>
    <message>
        <source>How many cropped, mirrored, darkened and compressed copies find their original.</source>
        <translation>Wie viele beschnittene, gespiegelte, abgedunkelte und komprimierte Kopien ihr Original finden.</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>Wie viele Fotos einen Code haben, den kein anderes hat.</translation>
    </message>
    <message>
        <source>How many photos that look nearly the same are still found.</source>
        <translation>Wie viele Fotos, die fast gleich aussehen, weiterhin gefunden werden.</translation>
    </message>
    <message>
        <source>Differences from {name}, {gain} times as strong</source>
        <translation>Unterschiede zu {name}, {gain}-mal so stark</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>Gruppe {place} von {count}</translation>
    </message>
    <message>
        <source>{shown} of {count} photos</source>
        <translation>{shown} von {count} Fotos</translation>
    </message>
    <message>
        <source>How many related photos in this library are found.</source>
        <translation>Wie viele verwandte Fotos in dieser Bibliothek gefunden werden.</translation>
    </message>
    <message>
        <source>How many of the photos that are found are in the folder of the query.</source>
        <translation>Wie viele der gefundenen Fotos im Ordner des Suchbilds liegen.</translation>
    </message>
    <message>
        <source>How well photos from outside this library are found.</source>
        <translation>Wie gut Fotos von außerhalb dieser Bibliothek gefunden werden.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model may have been trained on all of them.</source>
        <translation>In %, ± Standardfehler, gemessen an {photos}. Das neue Modell wurde vielleicht mit allen davon trainiert.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model was not trained on {held_out} of the {asked} queries.</source>
        <translation>In %, ± Standardfehler, gemessen an {photos}. Das neue Modell wurde mit {held_out} der {asked} Suchbilder nicht trainiert.</translation>
    </message>
    <message>
        <source>Searching for edited copies</source>
        <translation>Bearbeitete Kopien werden gesucht</translation>
    </message>
    <message>
        <source>The votes may be due to chance, so the figures decide.</source>
        <translation>Die Stimmen können Zufall sein, daher entscheiden die Zahlen.</translation>
    </message>
    <message>
        <source>You preferred the new model {new} times and the current model {old} times, and saw no difference {neither} times.</source>
        <translation>Sie fanden {new}-mal das neue Modell besser, {old}-mal das aktuelle, und sahen {neither}-mal keinen Unterschied.</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>etwa gleich</translation>
    </message>
    <message>
        <source>better by {points}</source>
        <translation>besser um {points}</translation>
    </message>
    <message>
        <source>worse by {points}</source>
        <translation>schlechter um {points}</translation>
    </message>
</context>
<context>
    <name>cpu_usage</name>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Halb</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>One photo at a time, only while the computer is otherwise idle.</source>
        <translation>Ein Foto nach dem anderen, und nur, während der Computer sonst nichts tut.</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>Ein Foto nach dem anderen.</translation>
    </message>
    <message>
        <source>{count} photos at a time, with lower priority than other programs.</source>
        <translation>{count} Fotos gleichzeitig, mit niedrigerer Priorität als andere Programme.</translation>
    </message>
</context>
<context>
    <name>desk_commands</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Übrige aussortieren</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Nächste Gruppe</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>Vorige Gruppe</translation>
    </message>
    <message>
        <source>Show the photos of the group as one, with the suggested one on top</source>
        <translation>Die Fotos der Gruppe als eines zeigen, das vorgeschlagene obenauf</translation>
    </message>
    <message>
        <source>Compare the photos of the group, or those that are selected</source>
        <translation>Die Fotos der Gruppe oder die gewählten vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare {photos}</source>
        <translation>{photos} vergleichen</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>{count} Gruppen stapeln</translation>
    </message>
    <message>
        <source>Stack the group</source>
        <translation>Gruppe stapeln</translation>
    </message>
    <message>
        <source>Mark to be discarded; no file is touched yet</source>
        <translation>Zum Aussortieren markieren; noch wird keine Datei berührt</translation>
    </message>
    <message>
        <source>Never group the selected photos with the others of the group again</source>
        <translation>Die gewählten Fotos nie wieder mit den übrigen der Gruppe gruppieren</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Open a picture to find similar photos</source>
        <translation>Bild öffnen, um ähnliche Fotos zu finden</translation>
    </message>
</context>
<context>
    <name>discard_text</name>
    <message>
        <source>XMP files go to the trash or the folder with their photos, unless other photos use them, too.</source>
        <translation>XMP-Dateien kommen mit ihren Fotos in den Papierkorb oder den Ordner, außer wenn auch andere Fotos sie verwenden.</translation>
    </message>
    <message>
        <source>Nothing can be discarded</source>
        <translation>Nichts kann aussortiert werden</translation>
    </message>
    <message>
        <source>Discard 1 file</source>
        <translation>1 Datei aussortieren</translation>
    </message>
    <message>
        <source>Discard {count} files</source>
        <translation>{count} Dateien aussortieren</translation>
    </message>
    <message>
        <source>1 file has changed since the comparison. It is compared again before it goes.</source>
        <translation>1 Datei hat sich seit dem Vergleich geändert. Sie wird noch einmal verglichen, bevor sie geht.</translation>
    </message>
    <message>
        <source>{count} files have changed since the comparison. Each is compared again before it goes.</source>
        <translation>{count} Dateien haben sich seit dem Vergleich geändert. Jede wird noch einmal verglichen, bevor sie geht.</translation>
    </message>
    <message>
        <source>in a folder that is never touched</source>
        <translation>in einem Ordner, der nie berührt wird</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>changed since the comparison, and not the same photo any more</source>
        <translation>seit dem Vergleich geändert, und nicht mehr dasselbe Foto</translation>
    </message>
    <message>
        <source>changed since the comparison, and cannot be read now</source>
        <translation>seit dem Vergleich geändert, und jetzt nicht lesbar</translation>
    </message>
    <message>
        <source>the last of its group</source>
        <translation>die letzte ihrer Gruppe</translation>
    </message>
    <message>
        <source>no other file of its group is there any more</source>
        <translation>keine andere Datei der Gruppe ist noch da</translation>
    </message>
    <message>
        <source>the photo that should be kept has changed or is gone</source>
        <translation>das Foto, das bleiben soll, wurde geändert oder ist weg</translation>
    </message>
    <message>
        <source>it is not identical any more</source>
        <translation>sie ist nicht mehr identisch</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>sie wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>its disk cannot share the space of files; Btrfs, XFS and APFS can</source>
        <translation>ihr Datenträger kann Dateien keinen Platz teilen lassen; Btrfs, XFS und APFS können es</translation>
    </message>
    <message>
        <source>1 file stays: {reason}.</source>
        <translation>1 Datei bleibt: {reason}.</translation>
    </message>
    <message>
        <source>{count} files stay: {reason}.</source>
        <translation>{count} Dateien bleiben: {reason}.</translation>
    </message>
    <message>
        <source>{count} other folders</source>
        <translation>{count} weitere Ordner</translation>
    </message>
</context>
<context>
    <name>discarding</name>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>its rating and keywords cannot be written to {file}: {reason}</source>
        <translation>Bewertung und Stichwörter können nicht in {file} geschrieben werden: {reason}</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the closest</source>
        <translation>Abstände: nächste ausblenden</translation>
    </message>
    <message>
        <source>Distances: show fewer distant photos</source>
        <translation>Abstände: weniger entfernte Fotos zeigen</translation>
    </message>
    <message>
        <source>Distances: show more distant photos</source>
        <translation>Abstände: mehr entfernte Fotos zeigen</translation>
    </message>
    <message>
        <source>Distances: show more of the closest</source>
        <translation>Abstände: mehr von den nächsten zeigen</translation>
    </message>
</context>
<context>
    <name>empty_pages</name>
    <message>
        <source>No duplicates match these filters</source>
        <translation>Keine Duplikate passen zu diesen Filtern</translation>
    </message>
    <message>
        <source>Some photos have duplicates that the filters hide.</source>
        <translation>Einige Fotos haben Duplikate, die die Filter ausblenden.</translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>Keine Duplikate bekannt</translation>
    </message>
    <message>
        <source>Comparing the photos. What is found appears here at once.</source>
        <translation>Die Fotos werden verglichen. Was gefunden wird, erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>All duplicates that are known are stacked.</source>
        <translation>Alle bekannten Duplikate sind gestapelt.</translation>
    </message>
    <message>
        <source>No two photos of the library are the same or look alike.</source>
        <translation>Keine zwei Fotos der Bibliothek sind gleich oder ähneln sich.</translation>
    </message>
    <message>
        <source>Finds copies, even if resized, cropped or turned. No file is changed.</source>
        <translation>Findet Kopien, auch verkleinerte, beschnittene oder gedrehte. Keine Datei wird geändert.</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Fotoordner hinzufügen</translation>
    </message>
    <message>
        <source>All results are outside the chosen distance range.</source>
        <translation>Alle Ergebnisse liegen außerhalb des gewählten Abstands.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos finden</translation>
    </message>
    <message>
        <source>Lookalike reads your photos in place. Nothing leaves this computer.</source>
        <translation>Lookalike liest Ihre Fotos dort, wo sie sind. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>No photos match these filters</source>
        <translation>Keine Fotos passen zu diesen Filtern</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Noch keine Fotos</translation>
    </message>
    <message>
        <source>No results to show</source>
        <translation>Keine Ergebnisse zu zeigen</translation>
    </message>
    <message>
        <source>Photos appear here as they are indexed.</source>
        <translation>Fotos erscheinen hier, sobald sie indiziert sind.</translation>
    </message>
    <message>
        <source>Remove a filter above the photos, or clear them all.</source>
        <translation>Entfernen Sie einen Filter über den Fotos, oder löschen Sie alle.</translation>
    </message>
    <message>
        <source>No photo stands out for these words</source>
        <translation>Kein Foto sticht bei diesen Worten hervor</translation>
    </message>
    <message>
        <source>Try a simpler or more common word, or search by a picture.</source>
        <translation>Versuchen Sie ein einfacheres oder üblicheres Wort, oder suchen Sie mit einem Bild.</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Alle Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Try sample pictures</source>
        <translation>Beispielbilder ausprobieren</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>Ab {start}</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>{count} lenses</source>
        <translation>{count} Objektive</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>Über {size}</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>Bis {end}</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Bis {size}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} Kameras</translation>
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
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
</context>
<context>
    <name>first_tips</name>
    <message>
        <source>To find similar photos, drop a picture on the window, or select a photo and press S.</source>
        <translation>Um ähnliche Fotos zu finden, legen Sie ein Bild im Fenster ab, oder wählen Sie ein Foto und drücken S.</translation>
    </message>
    <message>
        <source>Press Space to see a photo large, and the arrow keys for the next ones.</source>
        <translation>Die Leertaste zeigt ein Foto groß, die Pfeiltasten zeigen die nächsten.</translation>
    </message>
    <message>
        <source>Ctrl+F filters the photos by folder, date, camera and more, also in a search.</source>
        <translation>Strg+F filtert die Fotos nach Ordner, Datum, Kamera und mehr, auch in einer Suche.</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide.</source>
        <translation>Strg+Z macht ein Verschieben rückgängig, auch in den Papierkorb. F1 nennt alle Tasten, das Menü Hilfe hat das Handbuch.</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>Keine Tipps mehr</translation>
    </message>
    <message>
        <source>Next tip</source>
        <translation>Nächster Tipp</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>You can select at most {count} photos at once.</source>
        <translation>Sie können höchstens {count} Fotos auf einmal wählen.</translation>
    </message>
</context>
<context>
    <name>group_model</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>group_text</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>keine Kamera</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>{percent} % gleich</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} Gruppen</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>Identisch</translation>
    </message>
    <message>
        <source>Same pixels</source>
        <translation>Gleiche Pixel</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Dasselbe Foto</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>Dateien mit demselben Inhalt</translation>
    </message>
    <message>
        <source>The same pixels in another format or with other metadata</source>
        <translation>Dieselben Pixel in einem anderen Format oder mit anderen Metadaten</translation>
    </message>
    <message>
        <source>The same photo, resized, compressed, cropped, edited or turned</source>
        <translation>Dasselbe Foto, skaliert, komprimiert, beschnitten, bearbeitet oder gedreht</translation>
    </message>
    <message>
        <source>The RAW file and the picture of one shot, or a photo and its edit</source>
        <translation>Die RAW-Datei und das Bild einer Aufnahme, oder ein Foto und seine Bearbeitung</translation>
    </message>
    <message>
        <source>Photos of one camera that were taken within seconds</source>
        <translation>Fotos einer Kamera, im Abstand von Sekunden aufgenommen</translation>
    </message>
    <message>
        <source>Different photos that look alike</source>
        <translation>Verschiedene Fotos, die sich ähneln</translation>
    </message>
    <message>
        <source>preferred folder</source>
        <translation>bevorzugter Ordner</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>more pixels</source>
        <translation>mehr Pixel</translation>
    </message>
    <message>
        <source>larger file</source>
        <translation>größer</translation>
    </message>
    <message>
        <source>sharper</source>
        <translation>schärfer</translation>
    </message>
    <message>
        <source>more metadata</source>
        <translation>mehr Metadaten</translation>
    </message>
    <message>
        <source>older</source>
        <translation>älter</translation>
    </message>
    <message>
        <source>nothing around it</source>
        <translation>kein Rahmen</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>nicht komprimiert</translation>
    </message>
    <message>
        <source>shorter path</source>
        <translation>kürzerer Pfad</translation>
    </message>
    <message>
        <source>Keep: {reason}</source>
        <translation>Behalten: {reason}</translation>
    </message>
    <message>
        <source>framed</source>
        <translation>gerahmt</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>turned right</source>
        <translation>nach rechts gedreht</translation>
    </message>
    <message>
        <source>turned left</source>
        <translation>nach links gedreht</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>gespiegelt</translation>
    </message>
    <message>
        <source>upside down, mirrored</source>
        <translation>auf dem Kopf, gespiegelt</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>auf dem Kopf</translation>
    </message>
    <message>
        <source>turned and mirrored</source>
        <translation>gedreht und gespiegelt</translation>
    </message>
    <message>
        <source>at least {percent} % alike</source>
        <translation>mindestens {percent} % gleich</translation>
    </message>
    <message>
        <source>{count} of 1 group</source>
        <translation>{count} von 1 Gruppe</translation>
    </message>
    <message>
        <source>{count} of {total} groups</source>
        <translation>{count} von {total} Gruppen</translation>
    </message>
    <message>
        <source>{size} to save</source>
        <translation>spart {size}</translation>
    </message>
    <message>
        <source>shows more</source>
        <translation>zeigt mehr</translation>
    </message>
    <message>
        <source>+ {count} identical</source>
        <translation>+ {count} identische</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing samples: {done} of {total}</source>
        <translation>Beispiele werden gezeichnet: {done} von {total}</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>{photos} in {time} indiziert</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>Paare werden verglichen: {done} von {total}</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen …</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>Indizieren: {done} von {total}</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>Entfernen: {done} von {total}</translation>
    </message>
    <message>
        <source>Scanning · {files}</source>
        <translation>Einlesen · {files}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Updating codes: {done} of {total}</source>
        <translation>Codes werden aktualisiert: {done} von {total}</translation>
    </message>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>Prüfen: {done} von {total}</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent} %</translation>
    </message>
    <message>
        <source>Preparing {done} of {total}</source>
        <translation>Vorbereiten: {done} von {total}</translation>
    </message>
    <message>
        <source>Looking for pairs to compare</source>
        <translation>Paare zum Vergleichen werden gesucht</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Duplikate werden gesucht: {done} von {total}</translation>
    </message>
    <message>
        <source>Comparing pixels of pairs: {done} of {total}</source>
        <translation>Pixel der Paare werden verglichen: {done} von {total}</translation>
    </message>
    <message>
        <source>Measuring sharpness: {done} of {total}</source>
        <translation>Schärfe wird gemessen: {done} von {total}</translation>
    </message>
    <message>
        <source>Backing up the library…</source>
        <translation>Die Bibliothek wird gesichert …</translation>
    </message>
</context>
<context>
    <name>kept_questions</name>
    <message>
        <source>Part of {name}</source>
        <translation>Teil von {name}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
    <message>
        <source>{name}, excluding {count}</source>
        <translation>{name}, ohne {count}</translation>
    </message>
</context>
<context>
    <name>library_opener</name>
    <message>
        <source>There is no library in {folder}. Use “New library…” to create one.</source>
        <translation>In {folder} ist keine Bibliothek. „Neue Bibliothek …“ legt eine an.</translation>
    </message>
    <message>
        <source>There is no archive in {folder}. “lookalike cluster index” makes one.</source>
        <translation>In {folder} ist kein Archiv. „lookalike cluster index“ erstellt eines.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
        <translation>{folder} ist nicht leer. Wählen Sie einen neuen oder leeren Ordner für die Bibliothek.</translation>
    </message>
    <message>
        <source>No window could be opened for the library {folder}.</source>
        <translation>Für die Bibliothek {folder} konnte kein Fenster geöffnet werden.</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>Meine Bibliothek</translation>
    </message>
    <message>
        <source>The library {folder} is open in this window.</source>
        <translation>Die Bibliothek {folder} ist in diesem Fenster geöffnet.</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>Identical</source>
        <translation>Identisch</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>Weniger ähnlich</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Dasselbe Foto</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>Sehr ähnlich</translation>
    </message>
</context>
<context>
    <name>likeness_button</name>
    <message>
        <source>Shows groups by their least alike photo: how much of the picture agrees, or, of different photos, how much of their codes.</source>
        <translation>Zeigt Gruppen nach ihrem am wenigsten gleichen Foto: wie viel vom Bild übereinstimmt oder, bei verschiedenen Fotos, wie viel von ihren Codes.</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Gleichheit</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show groups by how alike their photos are</source>
        <translation>Gruppen danach zeigen, wie gleich ihre Fotos sind</translation>
    </message>
    <message>
        <source>At least {least} % alike</source>
        <translation>Mindestens {least} % gleich</translation>
    </message>
    <message>
        <source>At most {most} % alike</source>
        <translation>Höchstens {most} % gleich</translation>
    </message>
    <message>
        <source>{least}–{most} % alike</source>
        <translation>{least}–{most} % gleich</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{name} cannot be opened because {folder} is disconnected. Connect its drive first.</source>
        <translation>{name} kann nicht geöffnet werden, weil {folder} nicht verbunden ist. Verbinden Sie zuerst das Laufwerk.</translation>
    </message>
    <message>
        <source>A code partly reveals its picture. Share it as carefully as the picture itself.</source>
        <translation>Ein Code verrät einen Teil seines Bildes. Geben Sie ihn so vorsichtig weiter wie das Bild selbst.</translation>
    </message>
    <message>
        <source>{path} cannot be shown because no file manager is available.</source>
        <translation>{path} kann nicht gezeigt werden, weil kein Dateimanager verfügbar ist.</translation>
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
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>GPS position in the file</source>
        <translation>GPS-Position in der Datei</translation>
    </message>
    <message>
        <source>{length} mm (35 mm equivalent: {like} mm)</source>
        <translation>{length} mm (wie {like} mm bei Kleinbild)</translation>
    </message>
</context>
<context>
    <name>missing_library</name>
    <message>
        <source>Open a library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
</context>
<context>
    <name>model_text</name>
    <message>
        <source>Default model</source>
        <translation>Standardmodell</translation>
    </message>
    <message>
        <source>My model of {day}</source>
        <translation>Mein Modell vom {day}</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>hinzugefügt am {day}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>trained on {photos} of this library</source>
        <translation>trainiert mit {photos} dieser Bibliothek</translation>
    </message>
    <message>
        <source>trained {day}</source>
        <translation>trainiert am {day}</translation>
    </message>
    <message>
        <source>without previews</source>
        <translation>ohne Vorschauen</translation>
    </message>
</context>
<context>
    <name>newcomers</name>
    <message>
        <source>Choose a folder outside of “{folder}”, which the photos are in already.</source>
        <translation>Wählen Sie einen Ordner außerhalb von „{folder}“, in dem die Fotos schon sind.</translation>
    </message>
    <message>
        <source>This folder contains no photos.</source>
        <translation>Dieser Ordner enthält keine Fotos.</translation>
    </message>
    <message>
        <source>The library has all photos of this folder.</source>
        <translation>Die Bibliothek hat alle Fotos dieses Ordners.</translation>
    </message>
    <message>
        <source>Identical file: {path}</source>
        <translation>Identische Datei: {path}</translation>
    </message>
    <message>
        <source>Same photo: {path}</source>
        <translation>Dasselbe Foto: {path}</translation>
    </message>
    <message>
        <source>Copy new photos to…</source>
        <translation>Neue Fotos kopieren nach …</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>The library does not have these photos.</source>
        <translation>Diese Fotos hat die Bibliothek nicht.</translation>
    </message>
    <message>
        <source>The library has these photos, in the same size or larger.</source>
        <translation>Diese Fotos hat die Bibliothek in gleicher Größe oder größer.</translation>
    </message>
    <message>
        <source>The library has these photos, but with fewer pixels.</source>
        <translation>Diese Fotos hat die Bibliothek, aber mit weniger Pixeln.</translation>
    </message>
    <message>
        <source>These files cannot be read.</source>
        <translation>Diese Dateien können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>Keine neuen Fotos</translation>
    </message>
    <message>
        <source>No known photos</source>
        <translation>Keine bekannten Fotos</translation>
    </message>
    <message>
        <source>No photos with more pixels than in the library</source>
        <translation>Keine Fotos mit mehr Pixeln als in der Bibliothek</translation>
    </message>
    <message>
        <source>No unreadable files</source>
        <translation>Keine unlesbaren Dateien</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {files}.</source>
        <translation>Gestoppt nach {done} von {files}.</translation>
    </message>
    <message>
        <source>These folders have no photos.</source>
        <translation>Diese Ordner enthalten keine Fotos.</translation>
    </message>
    <message>
        <source>The library has all photos of these folders.</source>
        <translation>Die Bibliothek hat alle Fotos dieser Ordner.</translation>
    </message>
    <message>
        <source>{photos} checked.</source>
        <translation>{photos} geprüft.</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>Kopiert nach {folder}</translation>
    </message>
    <message>
        <source>Copy {photos} to…</source>
        <translation>{photos} kopieren nach …</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch ein paar Sekunden</translation>
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
        <translation>weniger als 1 s</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} Bits</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
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
        <translation>{count} Fotos</translation>
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
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>open_with</name>
    <message>
        <source>Open with which program?</source>
        <translation>Mit welchem Programm öffnen?</translation>
    </message>
</context>
<context>
    <name>outlier_model</name>
    <message>
        <source>{percent} % different from its {neighbours}th closest photo</source>
        <translation>{percent} % anders als sein {neighbours}.-nächstes Foto</translation>
    </message>
    <message>
        <source>{percent} % different</source>
        <translation>{percent} % anders</translation>
    </message>
</context>
<context>
    <name>photo_action_flow</name>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>Kopieren: {done} von {total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>Exportieren: {done} von {total}</translation>
    </message>
    <message>
        <source>Move undone ({photos}).</source>
        <translation>Verschieben rückgängig gemacht ({photos}).</translation>
    </message>
    <message>
        <source>Moving to the trash: {done} of {total}</source>
        <translation>In den Papierkorb: {done} von {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>Verschieben: {done} von {total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>Umbenennen: {done} von {total}</translation>
    </message>
    <message>
        <source>Undoing: {done} of {total}</source>
        <translation>Rückgängig machen: {done} von {total}</translation>
    </message>
    <message>
        <source>Linking: {done} of {total}</source>
        <translation>Verlinken: {done} von {total}</translation>
    </message>
    <message>
        <source>Sharing space: {done} of {total}</source>
        <translation>Platz teilen: {done} von {total}</translation>
    </message>
    <message>
        <source>{photos} renamed.</source>
        <translation>{photos} umbenannt.</translation>
    </message>
    <message>
        <source>Rename undone ({photos}).</source>
        <translation>Umbenennen rückgängig gemacht ({photos}).</translation>
    </message>
    <message>
        <source>{photos} replaced by hard links.</source>
        <translation>{photos} durch Hardlinks ersetzt.</translation>
    </message>
    <message>
        <source>{photos}: the space is shared with identical files now.</source>
        <translation>{photos}: Der Platz wird jetzt mit identischen Dateien geteilt.</translation>
    </message>
    <message>
        <source>{path} could not be renamed ({reason}). It keeps its name.</source>
        <translation>{path} konnte nicht umbenannt werden ({reason}). Der Name bleibt.</translation>
    </message>
    <message>
        <source>{path} could not be copied ({reason}).</source>
        <translation>{path} konnte nicht kopiert werden ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be exported ({reason}).</source>
        <translation>{path} konnte nicht exportiert werden ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be replaced by a link ({reason}). It is unchanged.</source>
        <translation>{path} konnte nicht durch einen Link ersetzt werden ({reason}). Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>{path} could not share its space ({reason}). It is unchanged.</source>
        <translation>{path} konnte ihren Platz nicht teilen ({reason}). Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>{path} could not be made a file of its own ({reason}).</source>
        <translation>{path} konnte nicht wieder zu einer eigenen Datei werden ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be moved ({reason}). It is still in its place.</source>
        <translation>{path} konnte nicht verschoben werden ({reason}). Die Datei ist noch an ihrem Platz.</translation>
    </message>
    <message>
        <source>Links undone ({photos}).</source>
        <translation>Verlinken rückgängig gemacht ({photos}).</translation>
    </message>
    <message>
        <source>{path} could not be moved back ({reason}). It is still there.</source>
        <translation>{path} konnte nicht zurückverschoben werden ({reason}). Die Datei ist noch dort.</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}). It was not deleted.</source>
        <translation>{path} konnte nicht in den Papierkorb verschoben werden ({reason}). Die Datei wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>{photos} copied to {place}.</source>
        <translation>{photos} nach {place} kopiert.</translation>
    </message>
    <message>
        <source>{photos} exported to {place}.</source>
        <translation>{photos} nach {place} exportiert.</translation>
    </message>
    <message>
        <source>{photos} moved to the trash.</source>
        <translation>{photos} in den Papierkorb verschoben.</translation>
    </message>
    <message>
        <source>{photos} moved to {place}.</source>
        <translation>{photos} nach {place} verschoben.</translation>
    </message>
    <message>
        <source>{sentence} This also applies to {photos} more.</source>
        <translation>{sentence} Ebenso betroffen: {photos}.</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopieren nach</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Was der Code sieht</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>In Ordner kopieren …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>More like {photos}</source>
        <translation>Mehr wie {photos}</translation>
    </message>
    <message>
        <source>Less like {photos}</source>
        <translation>Weniger wie {photos}</translation>
    </message>
    <message>
        <source>What the code of a photo has kept of it</source>
        <translation>Was der Code eines Fotos von ihm bewahrt hat</translation>
    </message>
    <message>
        <source>Copy {photos} to folder…</source>
        <translation>{photos} in Ordner kopieren …</translation>
    </message>
    <message>
        <source>Move {photos} to folder…</source>
        <translation>{photos} in Ordner verschieben …</translation>
    </message>
    <message>
        <source>Rename {photos}…</source>
        <translation>{photos} umbenennen …</translation>
    </message>
    <message>
        <source>Export {photos}…</source>
        <translation>{photos} exportieren …</translation>
    </message>
    <message>
        <source>Move {photos} to trash</source>
        <translation>{photos} in den Papierkorb</translation>
    </message>
    <message>
        <source>Read {photos} again</source>
        <translation>{photos} neu lesen</translation>
    </message>
    <message>
        <source>{action} (only the photo on top)</source>
        <translation>{action} (nur das oberste Foto)</translation>
    </message>
    <message>
        <source>Copy {photos}</source>
        <translation>{photos} kopieren</translation>
    </message>
    <message>
        <source>Find similar to {photos}</source>
        <translation>Ähnliche zu {photos} finden</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger wie dieses</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr wie dieses</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>In Ordner verschieben …</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>Öffnen mit …</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>photo_filter</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>Blende</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>With GPS</source>
        <translation>Mit GPS</translation>
    </message>
    <message>
        <source>Without GPS</source>
        <translation>Ohne GPS</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · disconnected</source>
        <translation>{likeness} · nicht verbunden</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
</context>
<context>
    <name>preview_view</name>
    <message>
        <source>Preview: show it large</source>
        <translation>Vorschau: groß zeigen</translation>
    </message>
</context>
<context>
    <name>previews_text</name>
    <message>
        <source>The current model has no previews, so it cannot show what a code has kept of a picture.</source>
        <translation>Das aktuelle Modell hat keine Vorschauen und kann daher nicht zeigen, was ein Code von einem Bild bewahrt hat.</translation>
    </message>
    <message>
        <source>Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are drawn from these bits alone: what you recognise in them is what the code has kept.</source>
        <translation>Fotos werden anhand von Codes aus {count} Ja-Nein-Merkmalen verglichen, den Bits. Die Vorschauen sind allein aus diesen Bits gezeichnet: Was Sie darin erkennen, hat der Code bewahrt.</translation>
    </message>
    <message>
        <source>The same without the bits that the model is surest of: what disappears was held by these bits.</source>
        <translation>Dasselbe ohne die Bits, bei denen das Modell am sichersten ist: Was verschwindet, steckte in diesen Bits.</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: select a part with the arrow keys and search for it</source>
        <translation>Suchbild: mit den Pfeiltasten einen Teil wählen und danach suchen</translation>
    </message>
</context>
<context>
    <name>rename_text</name>
    <message>
        <source>A name needs at least one character.</source>
        <translation>Ein Name braucht mindestens ein Zeichen.</translation>
    </message>
    <message>
        <source>The name contains a character that file names cannot have.</source>
        <translation>Der Name enthält ein Zeichen, das in Dateinamen nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>This name is reserved by Windows.</source>
        <translation>Dieser Name ist in Windows reserviert.</translation>
    </message>
    <message>
        <source>Files whose names begin with a dot are hidden.</source>
        <translation>Dateien, deren Name mit einem Punkt beginnt, sind versteckt.</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>Eine andere Datei heißt schon so.</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 similar photo</source>
        <translation>1 ähnliches Foto</translation>
    </message>
    <message>
        <source>At least {count} similar photos</source>
        <translation>Mindestens {count} ähnliche Fotos</translation>
    </message>
    <message>
        <source>No photos match the filters.</source>
        <translation>Keine Fotos passen zu den Filtern.</translation>
    </message>
    <message>
        <source>No photos within the chosen distance range.</source>
        <translation>Keine Fotos im gewählten Abstand.</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>Keine ähnlichen Fotos</translation>
    </message>
    <message>
        <source>No other similar photos</source>
        <translation>Keine weiteren ähnlichen Fotos</translation>
    </message>
    <message>
        <source>None of {photos} is noticeably similar.</source>
        <translation>Unter {photos} ist keines merklich ähnlich.</translation>
    </message>
    <message>
        <source>None of {photos} that match the filters is noticeably similar.</source>
        <translation>Unter {photos}, die zu den Filtern passen, ist keines merklich ähnlich.</translation>
    </message>
    <message>
        <source>Searched {photos} that match the filters. The others are not noticeably similar.</source>
        <translation>Durchsucht: {photos}, die zu den Filtern passen. Die übrigen sind nicht merklich ähnlich.</translation>
    </message>
    <message>
        <source>Photos that stand out for these words, of {photos}.</source>
        <translation>Fotos, die bei diesen Worten hervorstechen, von {photos}.</translation>
    </message>
    <message>
        <source>Searched {photos}. The others are not noticeably similar.</source>
        <translation>Durchsucht: {photos}. Die übrigen sind nicht merklich ähnlich.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>Die Bibliothek ist leer.</translation>
    </message>
    <message>
        <source>These are all photos in the library.</source>
        <translation>Das sind alle Fotos der Bibliothek.</translation>
    </message>
    <message>
        <source>These are all photos that match the filters.</source>
        <translation>Das sind alle Fotos, die zu den Filtern passen.</translation>
    </message>
    <message>
        <source>Within the chosen distance range.</source>
        <translation>Im gewählten Abstand.</translation>
    </message>
    <message>
        <source>{count} similar photos</source>
        <translation>{count} ähnliche Fotos</translation>
    </message>
</context>
<context>
    <name>root_menu</name>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Exclude from library…</source>
        <translation>Aus der Bibliothek ausschließen …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>Fotos zeigen</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>In diesem Ordner suchen</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Locate moved folder…</source>
        <translation>Verschobenen Ordner suchen …</translation>
    </message>
    <message>
        <source>Failed photos ({count})</source>
        <translation>Fehlgeschlagene Fotos ({count})</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Disconnected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>Indizieren · {percent} %</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused. Not scanned until you resume it.</source>
        <translation>Angehalten. Wird erst nach dem Fortsetzen wieder eingelesen.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Wird eingelesen …</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} wartend</translation>
    </message>
</context>
<context>
    <name>saved_search_list</name>
    <message>
        <source>Saved searches: rename</source>
        <translation>Gespeicherte Suchen: umbenennen</translation>
    </message>
    <message>
        <source>Saved searches: search again</source>
        <translation>Gespeicherte Suchen: erneut suchen</translation>
    </message>
</context>
<context>
    <name>search_text</name>
    <message>
        <source>Counter-example</source>
        <translation>Gegenbeispiel</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Photos like the pasted picture</source>
        <translation>Fotos wie das eingefügte Bild</translation>
    </message>
    <message>
        <source>Photos like these {count}</source>
        <translation>Fotos wie diese {count}</translation>
    </message>
    <message>
        <source>Photos like this part of the picture</source>
        <translation>Fotos wie dieser Teil des Bildes</translation>
    </message>
    <message>
        <source>Photos of “{words}”</source>
        <translation>Fotos von „{words}“</translation>
    </message>
    <message>
        <source>Photos like {name}</source>
        <translation>Fotos wie {name}</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Dieses Foto</translation>
    </message>
    <message>
        <source>{sentence} Searching for the other pictures.</source>
        <translation>{sentence} Gesucht wird nach den übrigen Bildern.</translation>
    </message>
    <message>
        <source>{title}, excluding {count}</source>
        <translation>{title}, ohne {count}</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A network in {folder} gives invalid results ({detail}). Get it again from its source.</source>
        <translation>Ein Netz in {folder} liefert ungültige Ergebnisse ({detail}). Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>A network in {folder} is not of the kind that Lookalike exports ({detail}) and was not run. Use only models that Lookalike exported.</source>
        <translation>Ein Netz in {folder} ist nicht von der Art, die Lookalike exportiert ({detail}), und wurde nicht ausgeführt. Verwenden Sie nur Modelle, die Lookalike exportiert hat.</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is already running. Wait for it or stop it first.</source>
        <translation>Für die Bibliothek {library} läuft schon ein Training. Warten Sie, bis es fertig ist, oder stoppen Sie es zuerst.</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}. Wait until it is finished.</source>
        <translation>In die Bibliothek {library} wird gerade ein anderes Modell importiert. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}. Wait until it is finished.</source>
        <translation>Ein anderer Prozess ändert gerade die Bibliothek {library}. Warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <source>Comparing models needs at least {needed} photos, and the library has {photos}. Index more first.</source>
        <translation>Ein Vergleich von Modellen braucht mindestens {needed} Fotos, und die Bibliothek hat {photos}. Indizieren Sie zuerst mehr.</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}). To add it, run: {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk). Or train quickly, which needs none (--quick).</source>
        <translation>Das Training braucht eine Komponente, die nicht installiert ist ({missing}). Um sie hinzuzufügen, führen Sie aus: {command} (ein Download von etwa {download_gb} GB, der {disk_gb} GB auf der Festplatte belegt). Oder trainieren Sie schnell, das braucht keine (--quick).</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>Bearbeitete Kopien werden so gut gefunden wie zuvor.</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>Gefundene bearbeitete Kopien</translation>
    </message>
    <message>
        <source>Finding edited copies could not be measured.</source>
        <translation>Das Finden bearbeiteter Kopien konnte nicht gemessen werden.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere could not be measured.</source>
        <translation>Das Finden fremder Fotos konnte nicht gemessen werden.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse, which is a lot.</source>
        <translation>Das Finden fremder Fotos ist um {share} % schlechter, und das ist viel.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse.</source>
        <translation>Das Finden fremder Fotos ist um {share} % schlechter.</translation>
    </message>
    <message>
        <source>Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them.</source>
        <translation>Ordner können nicht auf neue Fotos überwacht werden ({detail}). Neu einlesen (F5) findet sie.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before, which is too many.</source>
        <translation>Von den bearbeiteten Kopien, die zuvor gefunden wurden, findet es {share} % nicht mehr, und das sind zu viele.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before.</source>
        <translation>Von den bearbeiteten Kopien, die zuvor gefunden wurden, findet es {share} % nicht mehr.</translation>
    </message>
    <message>
        <source>Near-duplicates still found</source>
        <translation>Weiterhin gefundene Beinahe-Duplikate</translation>
    </message>
    <message>
        <source>Overall, the new model is worse. We recommend keeping the current one.</source>
        <translation>Insgesamt ist das neue Modell schlechter. Wir empfehlen, das aktuelle zu behalten.</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>Fremde Fotos</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>Fremde Fotos werden so gut gefunden wie zuvor.</translation>
    </message>
    <message>
        <source>Related photos found</source>
        <translation>Gefundene verwandte Fotos</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}). Get it again from its source.</source>
        <translation>Die Beschreibung des Modells in {folder} ist nicht gültig ({detail}). Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>The library has no model {model_id}. 'lookalike model list' lists its models.</source>
        <translation>Die Bibliothek hat kein Modell {model_id}. 'lookalike model list' nennt ihre Modelle.</translation>
    </message>
    <message>
        <source>The library {library} can only be read, so nothing in it can be changed. Copy it to a folder that you can write.</source>
        <translation>Die Bibliothek {library} ist schreibgeschützt, daher kann darin nichts geändert werden. Kopieren Sie sie in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}). Check the free space and the permissions of its folder.</source>
        <translation>Die Bibliothek {library} kann nicht geschrieben werden ({detail}). Prüfen Sie den freien Platz und die Berechtigungen ihres Ordners.</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running. Index the library to update its codes.</source>
        <translation>Die Bibliothek {library} hat Codes des Modells {library_model}, aber es läuft {running_model}. Indizieren Sie die Bibliothek, um ihre Codes zu aktualisieren.</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}). Move its folder away and index again; your photos are not affected.</source>
        <translation>Die Bibliothek {library} ist beschädigt ({detail}). Schieben Sie ihren Ordner beiseite, und indizieren Sie noch einmal; Ihre Fotos sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike. Update the program.</source>
        <translation>Die Bibliothek {library} wurde von einer neueren Version von Lookalike geschrieben. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}. Get it again from its source.</source>
        <translation>Dem Modell in {folder} fehlt {detail}. Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike. Update the program.</source>
        <translation>Das Modell in {folder} braucht eine neuere Version von Lookalike. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or is the default model and cannot be deleted. Use another one first.</source>
        <translation>Das Modell {model_id} wird verwendet oder ist das Standardmodell und kann nicht gelöscht werden. Verwenden Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}). Get it again from its source.</source>
        <translation>Das Netz in {folder} kann nicht ausgeführt werden ({detail}). Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>The network in {folder} does not match its description. Get it again from its source.</source>
        <translation>Das Netz in {folder} passt nicht zu seiner Beschreibung. Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>The new model does not clearly find more related photos in this library. We recommend keeping the current one.</source>
        <translation>Das neue Modell findet in dieser Bibliothek nicht deutlich mehr verwandte Fotos. Wir empfehlen, das aktuelle zu behalten.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library but is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>Das neue Modell findet in dieser Bibliothek mehr verwandte Fotos, ist aber für fremde Fotos deutlich schlechter. Verwenden Sie es, wenn Sie mit Fotos dieser Bibliothek suchen.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library. We recommend using it.</source>
        <translation>Das neue Modell findet in dieser Bibliothek mehr verwandte Fotos. Wir empfehlen, es zu verwenden.</translation>
    </message>
    <message>
        <source>The output cannot be written ({detail}). Send it to another place.</source>
        <translation>Die Ausgabe kann nicht geschrieben werden ({detail}). Leiten Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped elsewhere. Its progress is kept; start it again with the same options to resume.</source>
        <translation>Das Training der Bibliothek {library} wurde an anderer Stelle gestoppt. Sein Fortschritt bleibt erhalten; starten Sie es mit denselben Optionen, um fortzusetzen.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}). Correct or delete the file.</source>
        <translation>Die Einstellungen in {path} sind nicht verwendbar ({detail}). Korrigieren oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again.</source>
        <translation>Die Aufgabe wurde unerwartet beendet (Exit-Code {exit_code}). Nichts ist verloren; starten Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}). Check the network and the free space, and try again.</source>
        <translation>Die Trainingskomponente konnte nicht installiert werden ({detail}). Prüfen Sie das Netzwerk und den freien Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no library in {library}. Check the path. 'lookalike index FOLDER --library {library}' makes one.</source>
        <translation>In {library} ist keine Bibliothek. Prüfen Sie den Pfad. 'lookalike index FOLDER --library {library}' legt eine an.</translation>
    </message>
    <message>
        <source>There is no library yet. Run 'lookalike index FOLDER' to make one.</source>
        <translation>Es gibt noch keine Bibliothek. 'lookalike index FOLDER' legt eine an.</translation>
    </message>
    <message>
        <source>Training failed: {detail}</source>
        <translation>Training fehlgeschlagen: {detail}</translation>
    </message>
    <message>
        <source>The library {library} is open in another window, which does not answer. Close that window, on this computer or on another that uses this library, and try again.</source>
        <translation>Die Bibliothek {library} ist in einem anderen Fenster geöffnet, das nicht antwortet. Schließen Sie dieses Fenster, auf diesem Computer oder einem anderen, der diese Bibliothek verwendet, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike again.</source>
        <translation>Mit Worten kann nicht gesucht werden: {path} fehlt oder ist beschädigt ({detail}). Installieren Sie Lookalike neu.</translation>
    </message>
    <message>
        <source>The model in use does not know words: it reads photos by another network ({detail}). Use the default model, or one that was trained from it.</source>
        <translation>Das verwendete Modell kennt keine Worte: Es liest Fotos mit einem anderen Netz ({detail}). Verwenden Sie das Standardmodell oder eines, das daraus trainiert wurde.</translation>
    </message>
    <message>
        <source>No word of '{detail}' is known. Type what the photos show, in English or Chinese.</source>
        <translation>Kein Wort von „{detail}“ ist bekannt. Geben Sie auf Englisch oder Chinesisch ein, was die Fotos zeigen.</translation>
    </message>
    <message>
        <source>{path} is not there any more. Connect its drive or card again, and repeat the check.</source>
        <translation>{path} ist nicht mehr da. Verbinden Sie das Laufwerk oder die Karte wieder, und wiederholen Sie die Prüfung.</translation>
    </message>
    <message>
        <source>The model {model_id} has an image encoder of your own, which thorough training cannot continue. Train quickly, or switch to another model first.</source>
        <translation>Das Modell {model_id} hat einen eigenen Bild-Encoder, den gründliches Training nicht weiterführen kann. Trainieren Sie schnell, oder wechseln Sie zuerst zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>Codes of {bits} bits cannot be made with the model in use, which describes each photo by {numbers} numbers. Choose {longest} bits, or switch to another model first.</source>
        <translation>Codes von {bits} Bits sind mit dem verwendeten Modell nicht möglich, das jedes Foto mit {numbers} Zahlen beschreibt. Wählen Sie {longest} Bits, oder wechseln Sie zuerst zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>Training needs at least {needed} photos, and there are {photos}. Choose or index more.</source>
        <translation>Das Training braucht mindestens {needed} Fotos, und es sind {photos}. Wählen oder indizieren Sie mehr.</translation>
    </message>
    <message>
        <source>Building a model needs at least {needed} photos, and {folder} has {photos} that can be read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better.</source>
        <translation>Ein Modell braucht mindestens {needed} Fotos, und {folder} hat {photos}, die lesbar sind ({broken} sind es nicht). Wählen Sie einen Ordner mit mehr; 2.000 Fotos aller Art sind besser.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other programs or train without previews.</source>
        <translation>Das Training braucht {needed_mb} MB Arbeitsspeicher, und {free_mb} MB sind frei. Schließen Sie andere Programme, oder trainieren Sie ohne Vorschauen.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free. Free some space or train without previews.</source>
        <translation>Das Training braucht {needed_mb} MB auf dem Datenträger von {library}, und {free_mb} MB sind frei. Schaffen Sie Platz, oder trainieren Sie ohne Vorschauen.</translation>
    </message>
    <message>
        <source>The training component cannot be removed while a training or its installation runs. Wait for its end, or stop it, and try again.</source>
        <translation>Die Trainingskomponente kann nicht entfernt werden, während ein Training oder ihre Installation läuft. Warten Sie das Ende ab oder stoppen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The training component in {folder} cannot be deleted. Check that you may write there, and try again.</source>
        <translation>Die Trainingskomponente in {folder} kann nicht gelöscht werden. Prüfen Sie, ob Sie dort schreiben dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The training component was installed with pip, beside other packages. To remove its largest part, run: {command}</source>
        <translation>Die Trainingskomponente wurde mit pip neben anderen Paketen installiert. Um ihren größten Teil zu entfernen, führen Sie aus: {command}</translation>
    </message>
    <message>
        <source>Photos of the same folder found</source>
        <translation>Gefundene Fotos desselben Ordners</translation>
    </message>
    <message>
        <source>Unique codes</source>
        <translation>Eindeutige Codes</translation>
    </message>
    <message>
        <source>You preferred the current model here. We recommend keeping it.</source>
        <translation>Hier fanden Sie das aktuelle Modell besser. Wir empfehlen, es zu behalten.</translation>
    </message>
    <message>
        <source>There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them.</source>
        <translation>In {path} sind keine Shards. „lookalike cluster index MANIFEST --out {path}“ erstellt sie.</translation>
    </message>
    <message>
        <source>The archive {path} was written by a newer version of Lookalike. Update the program.</source>
        <translation>Das Archiv {path} wurde von einer neueren Version von Lookalike geschrieben. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The codes of the archive {path} are not collected, or it has new shards. 'lookalike cluster collect {path}' collects them.</source>
        <translation>Die Codes des Archivs {path} sind nicht gesammelt, oder es hat neue Shards. „lookalike cluster collect {path}“ sammelt sie.</translation>
    </message>
    <message>
        <source>{path} was made of another manifest or with another model. Choose a new folder for the archive, or the manifest and the model that it was made with.</source>
        <translation>{path} wurde aus einem anderen Manifest oder mit einem anderen Modell erstellt. Wählen Sie einen neuen Ordner für das Archiv oder das Manifest und das Modell, mit denen es erstellt wurde.</translation>
    </message>
    <message>
        <source>The archive {path} was made with a model that is not here ({detail}). You can browse it. To search it, import this model into a library, and open the archive again.</source>
        <translation>Das Archiv {path} wurde mit einem Modell erstellt, das hier fehlt ({detail}). Sie können es durchblättern. Um darin zu suchen, importieren Sie dieses Modell in eine Bibliothek und öffnen Sie das Archiv erneut.</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Delete it, and index the manifest again: only what is missing is read.</source>
        <translation>{path} ist beschädigt ({detail}). Löschen Sie die Datei und indizieren Sie das Manifest erneut: Nur was fehlt, wird gelesen.</translation>
    </message>
    <message>
        <source>The archive {path} was compacted after it was opened here. Open it again, or run the command again.</source>
        <translation>Das Archiv {path} wurde verdichtet, nachdem es hier geöffnet wurde. Öffnen Sie es noch einmal, oder führen Sie den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({detail}). Check that its storage is connected and may be read, and try again.</source>
        <translation>{path} kann jetzt nicht gelesen werden ({detail}). Prüfen Sie, ob der Speicher verbunden ist und gelesen werden darf, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Archives need the package {package}. Run 'pip install "lookalike[cluster]"' to add it.</source>
        <translation>Archive benötigen das Paket {package}. „pip install "lookalike[cluster]"“ fügt es hinzu.</translation>
    </message>
    <message>
        <source>You preferred the new model here, but it is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>Hier fanden Sie das neue Modell besser, aber für fremde Fotos ist es deutlich schlechter. Verwenden Sie es, wenn Sie mit Fotos dieser Bibliothek suchen.</translation>
    </message>
    <message>
        <source>You preferred the new model here. We recommend using it.</source>
        <translation>Hier fanden Sie das neue Modell besser. Wir empfehlen, es zu verwenden.</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get it again from its source.</source>
        <translation>memory.npy des Modells in {folder} ist keine Tabelle von Deskriptoren ({detail}). Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{detail} is a link. Lookalike does not open links; save the picture first.</source>
        <translation>{detail} ist ein Link. Lookalike öffnet keine Links; speichern Sie zuerst das Bild.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large. Get it again from its source.</source>
        <translation>{detail} des Modells in {folder} ist zu groß. Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged. Get it again from its source.</source>
        <translation>{detail} des Modells in {folder} wurde geändert oder beschädigt. Holen Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{folders} cannot be read. Check its permissions.</source>
        <translation>Nicht lesbar: {folders}. Prüfen Sie die Berechtigungen.</translation>
    </message>
    <message>
        <source>{folders} is disconnected; its photos stay searchable.</source>
        <translation>Nicht verbunden: {folders}; die Fotos bleiben suchbar.</translation>
    </message>
    <message>
        <source>{folders} lies too deep to be read: its path is too long. Move it up.</source>
        <translation>Zu tief verschachtelt und nicht lesbar, weil der Pfad zu lang ist: {folders}. Verschieben Sie nach weiter oben.</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}). Check its name and permissions.</source>
        <translation>{folder} kann nicht gelesen werden ({detail}). Prüfen Sie Namen und Berechtigungen.</translation>
    </message>
    <message>
        <source>{folder} contains files that do not belong to a model ({detail}). Export the model again from its source.</source>
        <translation>{folder} enthält Dateien, die nicht zu einem Modell gehören ({detail}). Exportieren Sie das Modell noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{folder} is not a model file or is damaged ({detail}). Export the model again from its source.</source>
        <translation>{folder} ist keine Modelldatei oder ist beschädigt ({detail}). Exportieren Sie das Modell noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} and the library folder {other} overlap. Choose a separate folder.</source>
        <translation>{path} und der Ordner {other} der Bibliothek überschneiden sich. Wählen Sie einen getrennten Ordner.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}). Check its permissions.</source>
        <translation>{path} kann nicht gelesen werden ({detail}). Prüfen Sie die Berechtigungen.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}). Choose another place or free some space.</source>
        <translation>{path} kann nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ort, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{path} contains zeros instead of a photo. Copy it again from its source.</source>
        <translation>{path} enthält Nullen statt eines Fotos. Kopieren Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} crashes the picture decoder and is skipped. Save it again in another program.</source>
        <translation>{path} bringt den Bilddecoder zum Absturz und wird übersprungen. Speichern Sie es mit einem anderen Programm neu.</translation>
    </message>
    <message>
        <source>{path} does not contain the photos of {root}: {found} of {looked_for} were found. Choose the folder that {root} was moved to. Nothing was changed.</source>
        <translation>{path} enthält die Fotos von {root} nicht: {found} von {looked_for} wurden gefunden. Wählen Sie den Ordner, in den {root} verschoben wurde. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or deleted.</source>
        <translation>{path} existiert nicht. Vielleicht wurde es verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG or TIFF.</source>
        <translation>{path} hat das Format {detail}, das Lookalike nicht liest. Speichern Sie es als JPEG, PNG oder TIFF.</translation>
    </message>
    <message>
        <source>{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy.</source>
        <translation>{path} hat {detail} Pixel, mehr als sicher dekodiert werden können. Speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview. Export it as JPEG or DNG.</source>
        <translation>{path} ist eine RAW-Datei ohne lesbare Vorschau. Exportieren Sie sie als JPEG oder DNG.</translation>
    </message>
    <message>
        <source>{path} is a device or another special file, not a picture.</source>
        <translation>{path} ist ein Gerät oder eine andere besondere Datei, kein Bild.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a picture in it.</source>
        <translation>{path} ist ein Ordner. Wählen Sie ein Bild darin.</translation>
    </message>
    <message>
        <source>{path} is a hidden file. Rename it to index it.</source>
        <translation>{path} ist eine versteckte Datei. Benennen Sie sie um, um sie zu indizieren.</translation>
    </message>
    <message>
        <source>{path} is a web page, although it is named like a photo. Download the photo again.</source>
        <translation>{path} ist eine Webseite, obwohl der Name der eines Fotos ist. Laden Sie das Foto noch einmal herunter.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded. Copy it again from its source.</source>
        <translation>{path} ist beschädigt und kann nicht dekodiert werden. Kopieren Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the photo again from its source.</source>
        <translation>{path} ist leer. Kopieren Sie das Foto noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} is empty. Send a picture, as in 'lookalike search - &lt; beach.jpg'.</source>
        <translation>{path} ist leer. Senden Sie ein Bild, wie in 'lookalike search - &lt; beach.jpg'.</translation>
    </message>
    <message>
        <source>{path} is incomplete. Copy it again from its source.</source>
        <translation>{path} ist unvollständig. Kopieren Sie es noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} is longer than {detail} MB. Save it to a file.</source>
        <translation>{path} ist länger als {detail} MB. Speichern Sie es in einer Datei.</translation>
    </message>
    <message>
        <source>{path} is named like a photo but contains none. Copy the photo again from its source.</source>
        <translation>{path} heißt wie ein Foto, enthält aber keines. Kopieren Sie das Foto noch einmal von seiner Quelle.</translation>
    </message>
    <message>
        <source>{path} is not a folder of the library. 'lookalike roots' lists its folders.</source>
        <translation>{path} ist kein Ordner der Bibliothek. 'lookalike roots' nennt ihre Ordner.</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} ist kein Bild.</translation>
    </message>
    <message>
        <source>{path} is not a readable folder. Check its name and permissions.</source>
        <translation>{path} ist kein lesbarer Ordner. Prüfen Sie Namen und Berechtigungen.</translation>
    </message>
    <message>
        <source>{path} is not among the failed photos, or its folder is disconnected or paused. 'lookalike failures' lists them.</source>
        <translation>{path} ist nicht unter den fehlgeschlagenen Fotos, oder sein Ordner ist nicht verbunden oder angehalten. 'lookalike failures' nennt sie.</translation>
    </message>
    <message>
        <source>{path} is not in the library. Index its folder first.</source>
        <translation>{path} ist nicht in der Bibliothek. Indizieren Sie zuerst den Ordner.</translation>
    </message>
    <message>
        <source>{path} is not read any more.</source>
        <translation>{path} wird nicht mehr gelesen.</translation>
    </message>
    <message>
        <source>{path} is too large for a photo ({detail} GB).</source>
        <translation>{path} ist zu groß für ein Foto ({detail} GB).</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} ist zu klein für ein Foto ({detail} Pixel).</translation>
    </message>
    <message>
        <source>{path} needs too much memory and is skipped. Save a smaller copy.</source>
        <translation>{path} braucht zu viel Speicher und wird übersprungen. Speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>{path} takes too long to decode and is skipped. Save it again in another program.</source>
        <translation>{path} braucht zu lange zum Dekodieren und wird übersprungen. Speichern Sie es mit einem anderen Programm neu.</translation>
    </message>
    <message>
        <source>{path} was skipped because of an unexpected error ({detail}). Please report it.</source>
        <translation>{path} wurde wegen eines unerwarteten Fehlers übersprungen ({detail}). Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>{pattern} is not among the patterns. 'lookalike exclude list' lists them.</source>
        <translation>{pattern} ist nicht unter den Mustern. 'lookalike exclude list' nennt sie.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or Drafts/.</source>
        <translation>„{pattern}“ ist kein gültiges Muster. Verwenden Sie die Schreibweise von .gitignore, wie *.tmp oder Entwürfe/.</translation>
    </message>
    <message>
        <source>The library {library} was damaged. It was opened from its backup of {time}; the damaged file is kept in {aside}. Photos that were indexed since come back when you index again.</source>
        <translation>Die Bibliothek {library} war beschädigt. Sie wurde aus ihrer Sicherung von {time} geöffnet; die beschädigte Datei bleibt in {aside}. Seither indizierte Fotos kommen zurück, wenn Sie neu indizieren.</translation>
    </message>
    <message>
        <source>The library {library} has no backup that can be restored. 'lookalike library backup' makes one.</source>
        <translation>Die Bibliothek {library} hat keine Sicherung, die wiederhergestellt werden kann. 'lookalike library backup' legt eine an.</translation>
    </message>
    <message>
        <source>The library has no backup {name}. 'lookalike library backups' lists its backups.</source>
        <translation>Die Bibliothek hat keine Sicherung {name}. 'lookalike library backups' nennt ihre Sicherungen.</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others.</source>
        <translation>Die Sicherung {backup} ist beschädigt ({detail}). 'lookalike library backups' nennt andere.</translation>
    </message>
    <message>
        <source>{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed: put the file or folder itself there, or delete the link.</source>
        <translation>{path} ist ein Link oder nicht das, was Lookalike dort ablegt. In einer Bibliothek wird keinem Link gefolgt: Legen Sie die Datei oder den Ordner selbst dorthin, oder löschen Sie den Link.</translation>
    </message>
    <message>
        <source>The model {detail} cannot compute a code of {path}. Switch to another model.</source>
        <translation>Das Modell {detail} kann keinen Code von {path} berechnen. Wechseln Sie zu einem anderen Modell.</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>A bis Z</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Date taken</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>First added first</source>
        <translation>Zuerst hinzugefügte zuerst</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <translation>Ordner und Name</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Recently added first</source>
        <translation>Zuletzt hinzugefügte zuerst</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z bis A</translation>
    </message>
</context>
<context>
    <name>spare_menu</name>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Übrige aussortieren</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>Show the photos of each group as one, and delete none</source>
        <translation>Die Fotos jeder Gruppe als eines zeigen und keines löschen</translation>
    </message>
</context>
<context>
    <name>stack_actions</name>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>None of these photos is in a stack.</source>
        <translation>Keines dieser Fotos ist in einem Stapel.</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>Stapel öffnen oder schließen</translation>
    </message>
    <message>
        <source>Close the stack</source>
        <translation>Stapel schließen</translation>
    </message>
    <message>
        <source>Show the photos of a stack, or only the one on top</source>
        <translation>Die Fotos eines Stapels zeigen oder nur das oberste</translation>
    </message>
    <message>
        <source>Put on top of the stack</source>
        <translation>Im Stapel nach oben</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>Aus dem Stapel nehmen</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>Stapel auflösen</translation>
    </message>
    <message>
        <source>These photos are a stack already.</source>
        <translation>Diese Fotos sind schon ein Stapel.</translation>
    </message>
    <message>
        <source>The photo is on top of its stack now.</source>
        <translation>Das Foto ist jetzt obenauf in seinem Stapel.</translation>
    </message>
    <message>
        <source>Unstacked {photos}.</source>
        <translation>Stapel aufgelöst ({photos}).</translation>
    </message>
    <message>
        <source>Open the stack of {photos}</source>
        <translation>Stapel mit {photos} öffnen</translation>
    </message>
    <message>
        <source>Show the selected photos as one, with the current photo on top</source>
        <translation>Die gewählten Fotos als eines zeigen, das aktuelle obenauf</translation>
    </message>
    <message>
        <source>Let the current photo stand for its stack</source>
        <translation>Das aktuelle Foto für seinen Stapel stehen lassen</translation>
    </message>
    <message>
        <source>Take the selected photos out of their stacks</source>
        <translation>Die gewählten Fotos aus ihren Stapeln nehmen</translation>
    </message>
    <message>
        <source>Show all photos of the stack on their own</source>
        <translation>Alle Fotos des Stapels einzeln zeigen</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>{photos} gestapelt.</translation>
    </message>
    <message>
        <source>Stack {photos}</source>
        <translation>{photos} stapeln</translation>
    </message>
</context>
<context>
    <name>stack_badge</name>
    <message>
        <source>A stack of {photos}, folded: what is done is done with the one on top</source>
        <translation>Ein Stapel mit {photos}, zusammengelegt: Was geschieht, geschieht mit dem obersten</translation>
    </message>
    <message>
        <source>On top of a stack of {photos}</source>
        <translation>Obenauf in einem Stapel mit {photos}</translation>
    </message>
    <message>
        <source>In a stack of {photos}</source>
        <translation>In einem Stapel mit {photos}</translation>
    </message>
</context>
<context>
    <name>stack_flow</name>
    <message>
        <source>The stacks are as they were before.</source>
        <translation>Die Stapel sind wieder wie zuvor.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>stacking</name>
    <message>
        <source>Stacked {count} groups.</source>
        <translation>{count} Gruppen gestapelt.</translation>
    </message>
    <message>
        <source>Stack 1 group</source>
        <translation>1 Gruppe stapeln</translation>
    </message>
    <message>
        <source>These groups are stacks already.</source>
        <translation>Diese Gruppen sind schon Stapel.</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>{count} Gruppen stapeln</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>{photos} gestapelt.</translation>
    </message>
</context>
<context>
    <name>telling_apart</name>
    <message>
        <source>Files with the same content are always grouped.</source>
        <translation>Dateien mit demselben Inhalt werden immer gruppiert.</translation>
    </message>
    <message>
        <source>{photos} will not be grouped with the others of this group again.</source>
        <translation>{photos}: nie wieder mit den übrigen dieser Gruppe gruppiert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Grouped again.</source>
        <translation>Wieder gruppiert.</translation>
    </message>
</context>
<context>
    <name>training_text</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation> (Codes {codes}, Vorschauen {previews})</translation>
    </message>
    <message>
        <source>Bit balance</source>
        <translation>Bit-Ausgewogenheit</translation>
    </message>
    <message>
        <source>Bit confidence</source>
        <translation>Bit-Sicherheit</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>Das neue Modell wird geprüft</translation>
    </message>
    <message>
        <source>Code consistency</source>
        <translation>Code-Beständigkeit</translation>
    </message>
    <message>
        <source>It needs about {size} of memory.</source>
        <translation>Es braucht etwa {size} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>{learns}, usually in less than a minute.</source>
        <translation>{learns}, meist in weniger als einer Minute.</translation>
    </message>
    <message>
        <source>Colour layout</source>
        <translation>Farbverteilung</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Fotos werden gelesen</translation>
    </message>
    <message>
        <source>Realism</source>
        <translation>Realismus</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Training codes</source>
        <translation>Codes werden trainiert</translation>
    </message>
    <message>
        <source>Training previews</source>
        <translation>Vorschauen werden trainiert</translation>
    </message>
    <message>
        <source>Trains on {chosen} on {device}</source>
        <translation>Trainiert mit {chosen} ({device})</translation>
    </message>
    <message>
        <source>Trains on {photos} of {chosen} on {device}</source>
        <translation>Trainiert mit {photos} von {chosen} ({device})</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Fine-tuning the network</source>
        <translation>Das Netz wird angepasst</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>NVIDIA-GPU</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>{learns}, for up to {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}, höchstens {most}; ohne Grenze etwa {time}{parts}.</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}, in etwa {time}{parts}.</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>it was changed since</source>
        <translation>seither geändert</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>Query picture</source>
        <translation>Suchbild</translation>
    </message>
</context>
<context>
    <name>viewer_actions</name>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>Erstes Foto</translation>
    </message>
    <message>
        <source>Close, or pause the slideshow</source>
        <translation>Schließen, oder die Diashow anhalten</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Previous photo, or pan when zoomed in</source>
        <translation>Voriges Foto; vergrößert: verschieben</translation>
    </message>
    <message>
        <source>Next photo, or pan when zoomed in</source>
        <translation>Nächstes Foto; vergrößert: verschieben</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ans Fenster anpassen</translation>
    </message>
    <message>
        <source>Enlarge small photos</source>
        <translation>Kleine Fotos vergrößern</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Flicker: switch now</source>
        <translation>Blinken: jetzt wechseln</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diashow</translation>
    </message>
    <message>
        <source>Slideshow over the whole screen</source>
        <translation>Diashow auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} Sekunden</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>Letztes Foto</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Next photo, or pan down when zoomed in</source>
        <translation>Nächstes Foto; vergrößert: nach unten</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Voriges Foto</translation>
    </message>
    <message>
        <source>Previous photo, or pan up when zoomed in</source>
        <translation>Voriges Foto; vergrößert: nach oben</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Copies of photos, side by side</source>
        <translation>Kopien von Fotos, nebeneinander</translation>
    </message>
    <message>
        <source>Photos unlike any other in the library</source>
        <translation>Fotos, die keinem anderen der Bibliothek gleichen</translation>
    </message>
    <message>
        <source>Unusual photos</source>
        <translation>Ungewöhnliche Fotos</translation>
    </message>
</context>
<context>
    <name>window_actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>Über Lookalike</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Fotoordner hinzufügen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Comparing duplicates</source>
        <translation>Vergleich von Duplikaten</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>Mit Worten suchen</translation>
    </message>
    <message>
        <source>Type what the photos show</source>
        <translation>Eingeben, was die Fotos zeigen</translation>
    </message>
    <message>
        <source>Fold stacks</source>
        <translation>Stapel zusammenlegen</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek …</translation>
    </message>
    <message>
        <source>Create another library in a window of its own</source>
        <translation>Eine weitere Bibliothek in eigenem Fenster anlegen</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Bibliothek öffnen …</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Eine andere Bibliothek in eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Archiv öffnen …</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Check folder for new photos…</source>
        <translation>Ordner auf neue Fotos prüfen …</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Alle Modelle …</translation>
    </message>
    <message>
        <source>Show only the photo on top of each stack</source>
        <translation>Von jedem Stapel nur das oberste Foto zeigen</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Ein Archiv mit Millionen Fotos in einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Which photos of a folder or memory card are not in the library?</source>
        <translation>Welche Fotos eines Ordners oder einer Speicherkarte sind nicht in der Bibliothek?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Wählen, welche Fotos gezeigt und durchsucht werden</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>Vergleich von Modellen</translation>
    </message>
    <message>
        <source>Undo move, rename, trash or stack</source>
        <translation>Verschieben, Umbenennen, Löschen oder Stapeln rückgängig machen</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Tipps</translation>
    </message>
    <message>
        <source>Exclude files and folders from the library</source>
        <translation>Dateien und Ordner aus der Bibliothek ausschließen</translation>
    </message>
    <message>
        <source>Excluded files…</source>
        <translation>Ausgeschlossene Dateien …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Fotos wie ein Bild finden</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Fotos wie das Bild in der Zwischenablage finden</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Größere Miniaturen</translation>
    </message>
    <message>
        <source>Model and retraining</source>
        <translation>Modell und Training</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Bild öffnen …</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Query, distances, code lens and lists</source>
        <translation>Suchbild, Abstände, Code-Lupe und Listen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Rescan folders</source>
        <translation>Ordner neu einlesen</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Neu trainieren …</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Kleinere Miniaturen</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Zu den Fotos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Zu den Fotos, von überall im Fenster</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Ordner auf neue Fotos überwachen</translation>
    </message>
</context>
</TS>
