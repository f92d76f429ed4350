<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lookalike</source>
        <translation>À propos de Lookalike</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Finds photos that look alike. Your photos stay on this computer.</source>
        <translation>Trouve les photos qui se ressemblent. Vos photos restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Photothèque</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>AllPhotos</name>
    <message>
        <source>Drop, paste or open a picture to find similar photos</source>
        <translation>Déposez, collez ou ouvrez une image pour trouver des photos similaires</translation>
    </message>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} sur {photos}</translation>
    </message>
</context>
<context>
    <name>ArchiveParts</name>
    <message>
        <source>Opening the archive…</source>
        <translation>Ouverture de l’archive…</translation>
    </message>
    <message>
        <source>Its codes are mapped into memory.</source>
        <translation>Ses codes sont projetés en mémoire.</translation>
    </message>
    <message>
        <source>The archive cannot be opened</source>
        <translation>L’archive ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Aucune photo</translation>
    </message>
    <message>
        <source>None of the files in the archive is a photo.</source>
        <translation>Aucun des fichiers de l’archive n’est une photo.</translation>
    </message>
</context>
<context>
    <name>ArchiveView</name>
    <message>
        <source>Photos of the archive</source>
        <translation>Photos de l’archive</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>{shown} of {photos}</source>
        <translation>{shown} sur {photos}</translation>
    </message>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · lecture seule</translation>
    </message>
    <message>
        <source>Archive {folder}</source>
        <translation>Archive {folder}</translation>
    </message>
</context>
<context>
    <name>BatchRenameDialog</name>
    <message>
        <source>Rename {photos}</source>
        <translation>Renommer {photos}</translation>
    </message>
    <message>
        <source>Pattern of the new names</source>
        <translation>Modèle des nouveaux noms</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Original name</source>
        <translation>Nom d’origine</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>{photos} will be renamed. The endings of the names stay.</source>
        <translation>Nouveaux noms pour {photos}. Les extensions ne changent pas.</translation>
    </message>
    <message>
        <source>1 name is not possible: {problem}</source>
        <translation>1 nom est impossible : {problem}</translation>
    </message>
    <message>
        <source>{count} names are not possible. The first: {problem}</source>
        <translation>{count} noms sont impossibles. Le premier : {problem}</translation>
    </message>
    <message>
        <source>Insert {token}</source>
        <translation>Insérer {token}</translation>
    </message>
    <message>
        <source>Current and new names</source>
        <translation>Noms actuels et nouveaux</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Insérer :</translation>
    </message>
</context>
<context>
    <name>BitGrid</name>
    <message>
        <source>Bits of the code</source>
        <translation>Bits du code</translation>
    </message>
</context>
<context>
    <name>BlindVote</name>
    <message>
        <source>Both models find the same photos for every query.</source>
        <translation>Les deux modèles trouvent les mêmes photos pour chaque image.</translation>
    </message>
    <message>
        <source>Finish and reveal the models</source>
        <translation>Terminer et révéler les modèles</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>{number} of {count}: which row has more photos like this one?</source>
        <translation>{number} sur {count} : quelle rangée contient plus de photos comme celle-ci ?</translation>
    </message>
</context>
<context>
    <name>CheckStatus</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove the filter “{condition}”</source>
        <translation>Retirer le filtre « {condition} »</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>1 more filter</source>
        <translation>1 autre filtre</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Retirer tous les filtres</translation>
    </message>
    <message>
        <source>{count} more filters</source>
        <translation>{count} autres filtres</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>A model is being trained</source>
        <translation>Un modèle est en cours d’entraînement</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Continuer en arrière-plan</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>Arrêter pour l’instant</translation>
    </message>
    <message>
        <source>You can continue training in the background without the window; the next start shows the result. If you stop, progress is kept and you can resume later.</source>
        <translation>L’entraînement peut continuer en arrière-plan, sans la fenêtre ; le prochain démarrage affiche le résultat. Si vous l’arrêtez, l’avancement est conservé et vous pourrez reprendre plus tard.</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>What the code sees</source>
        <translation>Ce que voit le code</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Dessin en cours…</translation>
    </message>
    <message>
        <source>Nearest photos</source>
        <translation>Photos les plus proches</translation>
    </message>
    <message>
        <source>Drawn from {count} bits</source>
        <translation>Dessiné à partir de {count} bits</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>CodeLens</name>
    <message>
        <source>1 bit flipped</source>
        <translation>1 bit inversé</translation>
    </message>
    <message>
        <source>1 of {bits} bits differs from {name}.</source>
        <translation>1 bit sur {bits} diffère de {name}.</translation>
    </message>
    <message>
        <source>Click a bit to flip it. Select a photo to compare its code.</source>
        <translation>Cliquez sur un bit pour l’inverser. Sélectionnez une photo pour comparer son code.</translation>
    </message>
    <message>
        <source>Code lens</source>
        <translation>Loupe du code</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below. The pictures above are drawn from these marks alone.</source>
        <translation>Les photos sont comparées par {count} marques oui ou non, les carrés ci-dessous. Les images ci-dessus sont dessinées à partir de ces seules marques.</translation>
    </message>
    <message>
        <source>Photos are compared by {count} yes-or-no marks, the squares below.</source>
        <translation>Les photos sont comparées par {count} marques oui ou non, les carrés ci-dessous.</translation>
    </message>
    <message>
        <source>No bits flipped</source>
        <translation>Aucun bit inversé</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>{count} bits flipped</source>
        <translation>{count} bits inversés</translation>
    </message>
    <message>
        <source>{count} of {bits} bits differ from {name}. Darker means it matters more to this search.</source>
        <translation>{count} bits sur {bits} diffèrent de {name}. Plus un bit est foncé, plus il compte dans cette recherche.</translation>
    </message>
    <message>
        <source>{name} has the same code.</source>
        <translation>{name} a le même code.</translation>
    </message>
</context>
<context>
    <name>CodePath</name>
    <message>
        <source>On the path to {name}: {gone} of {count} bits</source>
        <translation>Sur le chemin vers {name} : {gone} bits sur {count}</translation>
    </message>
    <message>
        <source>The path from the query's code to the photo's code</source>
        <translation>Le chemin du code de l’image recherchée à celui de la photo</translation>
    </message>
    <message>
        <source>{name}, the photo closest to the path after {bits}</source>
        <translation>{name}, la photo la plus proche du chemin après {bits}</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Comparing the models on this library…</source>
        <translation>Comparaison des modèles sur cette photothèque…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>See for yourself</source>
        <translation>Juger par vous-même</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Utiliser ce modèle</translation>
    </message>
    <message>
        <source>What their codes have kept</source>
        <translation>Ce que leurs codes ont gardé</translation>
    </message>
    <message>
        <source>“{new}” compared with “{old}”</source>
        <translation>« {new} » comparé à « {old} »</translation>
    </message>
</context>
<context>
    <name>ComponentFlow</name>
    <message>
        <source>Install from folder</source>
        <translation>Installer depuis un dossier</translation>
    </message>
</context>
<context>
    <name>ComponentRemoval</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove component ({size})…</source>
        <translation>Supprimer le composant ({size})…</translation>
    </message>
    <message>
        <source>This removes the training component and frees {size}. Only thorough training needs it. Searching, your models and quick training work as before, and you can install it again.</source>
        <translation>Le composant d’entraînement sera supprimé, ce qui libère {size}. Seul l’entraînement approfondi en a besoin. La recherche, vos modèles et l’entraînement rapide fonctionnent comme avant, et vous pourrez le réinstaller.</translation>
    </message>
</context>
<context>
    <name>ComponentView</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Install training component</source>
        <translation>Installer le composant d’entraînement</translation>
    </message>
    <message>
        <source>Install from folder…</source>
        <translation>Installer depuis un dossier…</translation>
    </message>
    <message>
        <source>A folder that “lookalike component download” has filled, on a computer with a network</source>
        <translation>Un dossier que « lookalike component download » a rempli sur un ordinateur relié au réseau</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Removing the training component…</source>
        <translation>Suppression du composant d’entraînement…</translation>
    </message>
    <message>
        <source>The training component is removed; {size} are free again. Searching, your models and quick training work as before.</source>
        <translation>Le composant d’entraînement est supprimé ; {size} sont de nouveau libres. La recherche, vos modèles et l’entraînement rapide fonctionnent comme avant.</translation>
    </message>
    <message>
        <source>The training component (PyTorch) is installed. Only thorough training uses it.</source>
        <translation>Le composant d’entraînement (PyTorch) est installé. Seul l’entraînement approfondi l’utilise.</translation>
    </message>
    <message>
        <source>There is a component that this version cannot use: an earlier version installed it, or an installation was interrupted.</source>
        <translation>Il y a un composant que cette version ne peut pas utiliser : une version antérieure l’a installé, ou une installation a été interrompue.</translation>
    </message>
    <message>
        <source>Thorough training needs PyTorch, which is not installed. The build for {device} is a download of about {download}, which takes {disk} on disk. It is fetched only when you press the button, and only once. Your photos never leave this computer.</source>
        <translation>L’entraînement approfondi a besoin de PyTorch, qui n’est pas installé. La version adaptée ({device}) est un téléchargement d’environ {download}, qui occupe {disk} sur le disque. Elle n’est téléchargée que si vous cliquez sur le bouton, et une seule fois. Vos photos ne quittent jamais cet ordinateur.</translation>
    </message>
    <message>
        <source>the graphics card</source>
        <translation>carte graphique</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>This build of Lookalike can only train quickly. To train thoroughly, install Lookalike with pip (pip install "lookalike[train]"). It opens the same library, and its models can be used here.</source>
        <translation>Cette édition de Lookalike ne permet que l’entraînement rapide. Pour un entraînement approfondi, installez Lookalike avec pip (pip install "lookalike[train]"). Il ouvre la même photothèque, et ses modèles sont utilisables ici.</translation>
    </message>
</context>
<context>
    <name>CopiesView</name>
    <message>
        <source>Photos with copies, by group</source>
        <translation>Photos ayant des copies, par groupe</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Aucun doublon</translation>
    </message>
    <message>
        <source>No two photos of the archive are the same.</source>
        <translation>Aucune photo de l’archive n’existe en double.</translation>
    </message>
    <message>
        <source>Finding duplicates…</source>
        <translation>Recherche de doublons…</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Recherche des doublons : {done} sur {total}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details are in {log}. Nothing was sent anywhere.</source>
        <translation>Les détails sont dans {log}. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>Your last action may not have completed. You can continue; if this happens again, quit and restart Lookalike.</source>
        <translation>Votre dernière action n’a peut-être pas abouti. Vous pouvez continuer ; si cela se reproduit, quittez et relancez Lookalike.</translation>
    </message>
</context>
<context>
    <name>CrashNotifier</name>
    <message>
        <source>Lookalike quit unexpectedly last time. Details are in {log}.</source>
        <translation>Lookalike s’est arrêté de façon inattendue la dernière fois. Les détails sont dans {log}.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Something went wrong again ({error}). Details are in the log.</source>
        <translation>Un problème est de nouveau survenu ({error}). Les détails sont dans le journal.</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>Date, from</source>
        <translation>Date, de</translation>
    </message>
    <message>
        <source>Date, to</source>
        <translation>Date, à</translation>
    </message>
</context>
<context>
    <name>DateTree</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Toutes les dates</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
</context>
<context>
    <name>DayButton</name>
    <message>
        <source>Any date</source>
        <translation>Toutes les dates</translation>
    </message>
</context>
<context>
    <name>DeskHead</name>
    <message>
        <source>Find duplicates</source>
        <translation>Trouver les doublons</translation>
    </message>
    <message>
        <source>What to keep…</source>
        <translation>Ce qu’il faut garder…</translation>
    </message>
    <message>
        <source>Finding more…</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>Nothing else is known yet</source>
        <translation>Rien d’autre n’est connu pour l’instant</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>1 file could not be indexed</source>
        <translation>1 fichier n’a pas pu être indexé</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>Files that could not be indexed</source>
        <translation>Fichiers qui n’ont pas pu être indexés</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Tout réessayer</translation>
    </message>
    <message>
        <source>Retry {count}</source>
        <translation>Réessayer ({count})</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>{count} files could not be indexed</source>
        <translation>{count} fichiers n’ont pas pu être indexés</translation>
    </message>
</context>
<context>
    <name>DiscardBar</name>
    <message>
        <source>Clear marks</source>
        <translation>Effacer les marques</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>{files} marked to be discarded · {size}</source>
        <translation>À écarter : {files} · {size}</translation>
    </message>
</context>
<context>
    <name>DiscardSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Merge ratings and keywords</source>
        <translation>Fusionner les notes et les mots-clés</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Replace by links…</source>
        <translation>Remplacer par des liens…</translation>
    </message>
    <message>
        <source>The paths stay; the content is stored once</source>
        <translation>Les chemins restent ; le contenu est enregistré une seule fois</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Déplacer vers un dossier…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Hard links: one file with several paths</source>
        <translation>Liens physiques : un fichier avec plusieurs chemins</translation>
    </message>
    <message>
        <source>Reflinks: separate files that share their space</source>
        <translation>Reflinks : des fichiers séparés qui partagent leur espace</translation>
    </message>
    <message>
        <source>Frees {size}. Of each group at least one file stays. You can undo it.</source>
        <translation>Libère {size}. Au moins un fichier de chaque groupe reste. Vous pouvez annuler cette action.</translation>
    </message>
    <message>
        <source>Into XMP files beside the photos that stay: the highest rating, and all keywords.</source>
        <translation>Dans les fichiers XMP à côté des photos qui restent : la meilleure note et tous les mots-clés.</translation>
    </message>
</context>
<context>
    <name>DistanceHistogram</name>
    <message>
        <source>Distances of all photos</source>
        <translation>Distances de toutes les photos</translation>
    </message>
    <message>
        <source>Number of photos at each distance. Drag the handles to limit the results. Arrow keys move the right handle; with Shift, the left one.</source>
        <translation>Nombre de photos à chaque distance. Faites glisser les poignées pour limiter les résultats. Les flèches déplacent la poignée droite ; avec Maj, la gauche.</translation>
    </message>
</context>
<context>
    <name>DistancePanel</name>
    <message>
        <source>All distances</source>
        <translation>Toutes les distances</translation>
    </message>
    <message>
        <source>Hide near-duplicates</source>
        <translation>Masquer les quasi-doublons</translation>
    </message>
    <message>
        <source>Hide photos from the same folder</source>
        <translation>Masquer les photos du même dossier</translation>
    </message>
    <message>
        <source>Hide photos in the folder of the query picture</source>
        <translation>Masquer les photos du dossier de l’image recherchée</translation>
    </message>
    <message>
        <source>Near-duplicates hidden: {count}</source>
        <translation>Quasi-doublons masqués : {count}</translation>
    </message>
    <message>
        <source>Show only the closest of several versions of the same photo</source>
        <translation>Afficher seulement la plus proche des versions d’une même photo</translation>
    </message>
    <message>
        <source>Similar: up to {percent} % different</source>
        <translation>Similaires : jusqu’à {percent} % d’écart</translation>
    </message>
    <message>
        <source>Up to {percent} % different</source>
        <translation>Jusqu’à {percent} % d’écart</translation>
    </message>
    <message>
        <source>{least} to {most} % different</source>
        <translation>De {least} à {most} % d’écart</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider</source>
        <translation>Séparateur</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open this library</source>
        <translation>Déposez pour ouvrir cette photothèque</translation>
    </message>
    <message>
        <source>Drop to see which photos of this folder are new</source>
        <translation>Déposez pour voir quelles photos de ce dossier sont nouvelles</translation>
    </message>
    <message>
        <source>Drop to see which photos of these folders are new</source>
        <translation>Déposez pour voir quelles photos de ces dossiers sont nouvelles</translation>
    </message>
    <message>
        <source>Drop to add this folder to the library</source>
        <translation>Déposez pour ajouter ce dossier à la photothèque</translation>
    </message>
    <message>
        <source>Drop to find similar photos</source>
        <translation>Déposez pour trouver des photos similaires</translation>
    </message>
</context>
<context>
    <name>DuplicatesFlow</name>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates, the groups with most to save first</source>
        <translation>Doublons, les groupes qui libèrent le plus d’abord</translation>
    </message>
</context>
<context>
    <name>ExampleChip</name>
    <message>
        <source>Like {name}: click to remove this example</source>
        <translation>Comme {name} : cliquez pour retirer cet exemple</translation>
    </message>
    <message>
        <source>Not like {name}: click to remove this example</source>
        <translation>Pas comme {name} : cliquez pour retirer cet exemple</translation>
    </message>
    <message>
        <source>not like {name}</source>
        <translation>pas comme {name}</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>image collée</translation>
    </message>
</context>
<context>
    <name>ExampleChips</name>
    <message>
        <source>More examples</source>
        <translation>Autres exemples</translation>
    </message>
    <message>
        <source>Remove 1 more example</source>
        <translation>Retirer 1 autre exemple</translation>
    </message>
    <message>
        <source>Remove one of {count} more examples</source>
        <translation>Retirer un des {count} autres exemples</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Retirer {name}</translation>
    </message>
</context>
<context>
    <name>ExclusionsDialog</name>
    <message>
        <source>A folder at the top</source>
        <translation>Un dossier du premier niveau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Except this file</source>
        <translation>Sauf ce fichier</translation>
    </message>
    <message>
        <source>Excluded files</source>
        <translation>Fichiers exclus</translation>
    </message>
    <message>
        <source>Excluded photos are not deleted. They return when you remove the pattern, without being read again.</source>
        <translation>Les photos exclues ne sont pas supprimées. Elles reviennent quand vous retirez le motif, sans être relues.</translation>
    </message>
    <message>
        <source>Files with this ending</source>
        <translation>Fichiers de cette extension</translation>
    </message>
    <message>
        <source>Folders of this name</source>
        <translation>Dossiers de ce nom</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Links that lead out of the library's folders</source>
        <translation>Liens qui sortent des dossiers de la photothèque</translation>
    </message>
    <message>
        <source>One pattern per line, in the syntax of .gitignore. Patterns apply to every folder of the library.</source>
        <translation>Un motif par ligne, dans la syntaxe de .gitignore. Les motifs s’appliquent à tous les dossiers de la photothèque.</translation>
    </message>
    <message>
        <source>Patterns of excluded files</source>
        <translation>Motifs des fichiers exclus</translation>
    </message>
    <message>
        <source>Save and rescan</source>
        <translation>Enregistrer et réanalyser</translation>
    </message>
    <message>
        <source>Trash folders, caches and previews of other programs are always left out.</source>
        <translation>Les corbeilles, caches et aperçus d’autres programmes sont toujours ignorés.</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Contact sheet (PNG)…</source>
        <translation>Planche-contact (PNG)…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
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
        <translation>Noms sous les photos</translation>
    </message>
    <message>
        <source>Export {photos}</source>
        <translation>Exporter {photos}</translation>
    </message>
    <message>
        <source>Include codes</source>
        <translation>Inclure les codes</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)…</source>
        <translation>Planche-contact (PDF)…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tableau (CSV)…</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>No program is set to open {path}. Choose a default program for this file type first.</source>
        <translation>Aucun programme n’est associé à {path}. Choisissez d’abord un programme par défaut pour ce type de fichier.</translation>
    </message>
    <message>
        <source>{path} could not be opened with that program.</source>
        <translation>{path} n’a pas pu être ouvert avec ce programme.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Thumbnail size</source>
        <translation>Taille des miniatures</translation>
    </message>
    <message>
        <source>Thumbnail size ({larger} and {smaller})</source>
        <translation>Taille des miniatures ({larger} et {smaller})</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Any size</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>All folders</source>
        <translation>Tous les dossiers</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
</context>
<context>
    <name>GroupComparison</name>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LeftOutRow</name>
    <message>
        <source>Without {count} bits</source>
        <translation>Sans {count} bits</translation>
    </message>
</context>
<context>
    <name>LensChanges</name>
    <message>
        <source>What both codes have in common, and the query with bits taken over from {name}, those that matter most first:</source>
        <translation>Ce que les codes ont en commun, puis l’image recherchée avec des bits de {name}, les plus importants d’abord :</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>En commun</translation>
    </message>
    <message>
        <source>{count} of {bits}</source>
        <translation>{count} sur {bits}</translation>
    </message>
    <message>
        <source>The query with {count} of the {bits} that differ taken over</source>
        <translation>L’image recherchée avec {count} sur {bits} de différence repris</translation>
    </message>
    <message>
        <source>What both have in common, without the {bits} that differ</source>
        <translation>Ce que les deux ont en commun, sans {bits} de différence</translation>
    </message>
</context>
<context>
    <name>LensDrawings</name>
    <message>
        <source>Query</source>
        <translation>Image recherchée</translation>
    </message>
    <message>
        <source>Preview of the query's code</source>
        <translation>Aperçu du code de l’image recherchée</translation>
    </message>
    <message>
        <source>Preview of the selected photo's code</source>
        <translation>Aperçu du code de la photo sélectionnée</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Sélection</translation>
    </message>
</context>
<context>
    <name>LevelTabs</name>
    <message>
        <source>Kinds of duplicates</source>
        <translation>Types de doublons</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Locate “{folder}”</source>
        <translation>Localiser « {folder} »</translation>
    </message>
</context>
<context>
    <name>LibraryFlow</name>
    <message>
        <source>The model has changed. Updating the library's codes…</source>
        <translation>Le modèle a changé. Mise à jour des codes de la photothèque…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Photo library</source>
        <translation>Photothèque</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Nouvelle photothèque</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Ouvrir une photothèque</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Ouvrir une archive</translation>
    </message>
    <message>
        <source>Open recent library</source>
        <translation>Photothèques récentes</translation>
    </message>
</context>
<context>
    <name>LossCurves</name>
    <message>
        <source>Training progress</source>
        <translation>Avancement de l’entraînement</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MetadataPanel</name>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Ce que voit le code</translation>
    </message>
    <message>
        <source>Select a photo to see its details.</source>
        <translation>Sélectionnez une photo pour voir ses détails.</translation>
    </message>
</context>
<context>
    <name>MissingLibraryDialog</name>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>Il n’y a pas de photothèque dans {folder}.</translation>
    </message>
    <message>
        <source>Create it there, or choose another? If it is on a drive, connect that first.</source>
        <translation>La créer à cet endroit, ou en choisir une autre ? Si elle est sur un disque externe, connectez-le d’abord.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>En choisir une autre…</translation>
    </message>
    <message>
        <source>Create it there</source>
        <translation>La créer ici</translation>
    </message>
    <message>
        <source>Open my library</source>
        <translation>Ouvrir ma photothèque</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Réentraîner</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Import model…</source>
        <translation>Importer un modèle…</translation>
    </message>
    <message>
        <source>The selected model is used for searching. Switching does not reread your photos.</source>
        <translation>Le modèle sélectionné sert à la recherche. En changer ne relit pas vos photos.</translation>
    </message>
</context>
<context>
    <name>ModelListFlow</name>
    <message>
        <source>Model exported to {path}.</source>
        <translation>Modèle exporté vers {path}.</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Nothing was changed. The library still uses “{model}”.</source>
        <translation>Rien n’a changé. La photothèque utilise toujours « {model} ».</translation>
    </message>
    <message>
        <source>Now searching with “{model}”.</source>
        <translation>La recherche utilise maintenant « {model} ».</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Réentraîner…</translation>
    </message>
    <message>
        <source>Switching to {model} was interrupted. The previous model is still in use.</source>
        <translation>Le passage à {model} a été interrompu. Le modèle précédent est toujours utilisé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{photos} are new since the model was trained. Retraining on this library may find more related photos.</source>
        <translation>Nouveau depuis l’entraînement du modèle : {photos}. Réentraîner sur cette photothèque peut trouver plus de photos apparentées.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Actions for {model}</source>
        <translation>Actions pour {model}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Compare with current model</source>
        <translation>Comparer au modèle actuel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>Utiliser {model}</translation>
    </message>
    <message>
        <source>Will be used when current work is finished.</source>
        <translation>Sera utilisé une fois le travail en cours terminé.</translation>
    </message>
</context>
<context>
    <name>ModelSection</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
</context>
<context>
    <name>ModelTransfer</name>
    <message>
        <source>Checking the file before importing…</source>
        <translation>Vérification du fichier avant l’importation…</translation>
    </message>
    <message>
        <source>Export {model}</source>
        <translation>Exporter {model}</translation>
    </message>
    <message>
        <source>Exporting the model…</source>
        <translation>Exportation du modèle…</translation>
    </message>
    <message>
        <source>Model imported. It uses different features: switching to it rereads every photo.</source>
        <translation>Modèle importé. Il utilise d’autres caractéristiques : y passer relit chaque photo.</translation>
    </message>
    <message>
        <source>Model imported. You can now compare or use it.</source>
        <translation>Modèle importé. Vous pouvez maintenant le comparer ou l’utiliser.</translation>
    </message>
    <message>
        <source>The library already has this model. Nothing was changed.</source>
        <translation>La photothèque a déjà ce modèle. Rien n’a changé.</translation>
    </message>
</context>
<context>
    <name>NeighbourGrid</name>
    <message>
        <source>{name}: {bits} of its code are different. Click to look at it.</source>
        <translation>{name} : {bits} de son code diffèrent. Cliquez pour l’examiner.</translation>
    </message>
    <message>
        <source>Preview of {name}</source>
        <translation>Aperçu de {name}</translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>The same photo</source>
        <translation>La même photo</translation>
    </message>
</context>
<context>
    <name>NewcomersDialog</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Chercher les nouvelles photos d’un dossier</translation>
    </message>
    <message>
        <source>Check another folder…</source>
        <translation>Vérifier un autre dossier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Photos of the folder</source>
        <translation>Photos du dossier</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>NewcomersFlow</name>
    <message>
        <source>Check folder for new photos</source>
        <translation>Chercher les nouvelles photos d’un dossier</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Copier vers</translation>
    </message>
</context>
<context>
    <name>OutliersFlow</name>
    <message>
        <source>Unusual photos</source>
        <translation>Photos atypiques</translation>
    </message>
</context>
<context>
    <name>OutliersView</name>
    <message>
        <source>Finding unusual photos: {done} of {total}…</source>
        <translation>Recherche de photos atypiques : {done} sur {total}…</translation>
    </message>
    <message>
        <source>Finding unusual photos…</source>
        <translation>Recherche de photos atypiques…</translation>
    </message>
    <message>
        <source>No unusual photos</source>
        <translation>Aucune photo atypique</translation>
    </message>
    <message>
        <source>The {count} most unusual of {total}, most unusual first: hardly any other photos are similar.</source>
        <translation>Les {count} plus atypiques sur {total}, les plus atypiques d’abord : presque aucune autre photo ne leur est similaire.</translation>
    </message>
    <message>
        <source>There are not enough photos to find unusual ones.</source>
        <translation>Il n’y a pas assez de photos pour en trouver d’atypiques.</translation>
    </message>
    <message>
        <source>Unusual photos, most unusual first</source>
        <translation>Photos atypiques, les plus atypiques d’abord</translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Earlier photos</source>
        <translation>Photos précédentes</translation>
    </message>
    <message>
        <source>Later photos</source>
        <translation>Photos suivantes</translation>
    </message>
    <message>
        <source>Photos {first} to {last} of {count}</source>
        <translation>Photos {first} à {last} sur {count}</translation>
    </message>
</context>
<context>
    <name>PhotoActionFlow</name>
    <message>
        <source>Export {photos}</source>
        <translation>Exporter {photos}</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>Rien à annuler.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>photo {place} of {count}</source>
        <translation>photo {place} sur {count}</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Info</source>
        <translation>Infos</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Visionneuse</translation>
    </message>
</context>
<context>
    <name>PictureInput</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Ajouter un dossier de photos</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>Le presse-papiers ne contient pas d’image.</translation>
    </message>
    <message>
        <source>The dropped picture</source>
        <translation>L’image déposée</translation>
    </message>
    <message>
        <source>This link does not contain a picture, and Lookalike never downloads anything. Copy or save the picture itself.</source>
        <translation>Ce lien ne contient pas d’image, et Lookalike ne télécharge jamais rien. Copiez ou enregistrez l’image elle-même.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>In use</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>No previews</source>
        <translation>Aucun aperçu</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Press Space to see it large.</source>
        <translation>Espace l’affiche en grand.</translation>
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
        <translation>Maj</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>QueryEditor</name>
    <message>
        <source>A search can have at most {count} examples.</source>
        <translation>Une recherche peut avoir au plus {count} exemples.</translation>
    </message>
    <message>
        <source>A search needs at least one picture.</source>
        <translation>Une recherche a besoin d’au moins une image.</translation>
    </message>
    <message>
        <source>Search for something first, then exclude photos like this.</source>
        <translation>Lancez d’abord une recherche, puis excluez les photos comme celle-ci.</translation>
    </message>
    <message>
        <source>Searching for the first {most} of {count} pictures.</source>
        <translation>Recherche des {most} premières images sur {count}.</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Distances</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>Image recherchée</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>Chercher l’image entière</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>Chercher de nouveau l’image entière</translation>
    </message>
    <message>
        <source>Searching for</source>
        <translation>Recherche de</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Selected photo</source>
        <translation>Photo sélectionnée</translation>
    </message>
</context>
<context>
    <name>RangeChoice</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}, de</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, à</translation>
    </message>
</context>
<context>
    <name>RegionPicture</name>
    <message>
        <source>Draw a rectangle to search for that part only</source>
        <translation>Tracez un rectangle pour ne chercher que cette partie</translation>
    </message>
    <message>
        <source>Press Enter to start and finish a selection. Arrow keys move it; with Shift, they resize it. Escape cancels.</source>
        <translation>Entrée commence et termine une sélection. Les flèches la déplacent ; avec Maj, elles la redimensionnent. Échap annule.</translation>
    </message>
</context>
<context>
    <name>RemovalQuestion</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Removes {photos} from the library. The files are not deleted.</source>
        <translation>Retire {photos} de la photothèque. Les fichiers ne sont pas supprimés.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename {name}</source>
        <translation>Renommer {name}</translation>
    </message>
    <message>
        <source>New name, without {suffix}</source>
        <translation>Nouveau nom, sans {suffix}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
</context>
<context>
    <name>RenamePreview</name>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Current name</source>
        <translation>Nom actuel</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Less similar below</source>
        <translation>Moins similaires ci-dessous</translation>
    </message>
    <message>
        <source>Photos, most similar first</source>
        <translation>Photos, les plus similaires d’abord</translation>
    </message>
    <message>
        <source>Probably no similar photos; these are the closest</source>
        <translation>Sans doute aucune photo similaire ; voici les plus proches</translation>
    </message>
</context>
<context>
    <name>RetrainForm</name>
    <message>
        <source>Also learn previews</source>
        <translation>Apprendre aussi les aperçus</translation>
    </message>
    <message>
        <source>Code length</source>
        <translation>Longueur des codes</translation>
    </message>
    <message>
        <source>Estimating the time on this computer…</source>
        <translation>Estimation de la durée sur cet ordinateur…</translation>
    </message>
    <message>
        <source>Longer codes distinguish more photos; shorter codes search faster.</source>
        <translation>Les codes longs distinguent plus de photos ; les codes courts se cherchent plus vite.</translation>
    </message>
    <message>
        <source>Previews show what a code has kept of a photo. They are not needed for searching and take longer to train.</source>
        <translation>Les aperçus montrent ce qu’un code a gardé d’une photo. Ils ne servent pas à la recherche et allongent l’entraînement.</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Réentraîner</translation>
    </message>
    <message>
        <source>Search only</source>
        <translation>Recherche seule</translation>
    </message>
    <message>
        <source>Install training component…</source>
        <translation>Installer le composant d’entraînement…</translation>
    </message>
    <message>
        <source>Training component…</source>
        <translation>Composant d’entraînement…</translation>
    </message>
    <message>
        <source>Thorough training needs a component that is not installed: PyTorch.</source>
        <translation>L’entraînement approfondi a besoin d’un composant qui n’est pas installé : PyTorch.</translation>
    </message>
    <message>
        <source>Train a model on your own photos to find more related ones. Nothing changes until you have compared it; the current model stays, and you can switch back at any time. Photos never leave this computer.</source>
        <translation>Entraînez un modèle sur vos propres photos pour en trouver plus d’apparentées. Rien ne change avant que vous l’ayez comparé ; le modèle actuel reste, et vous pouvez y revenir à tout moment. Les photos ne quittent jamais cet ordinateur.</translation>
    </message>
    <message>
        <source>Training goal</source>
        <translation>But de l’entraînement</translation>
    </message>
</context>
<context>
    <name>RetrainRunView</name>
    <message>
        <source>Bit balance: {share} %</source>
        <translation>Équilibre des bits : {share} %</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Discards the training and its progress. This cannot be undone.</source>
        <translation>Abandonne l’entraînement et son avancement. Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>If you stop, progress is kept and you can resume later.</source>
        <translation>Si vous arrêtez, l’avancement est conservé et vous pourrez reprendre plus tard.</translation>
    </message>
    <message>
        <source>In the background: {work}</source>
        <translation>En arrière-plan : {work}</translation>
    </message>
    <message>
        <source>Pairs of a photo and its current preview</source>
        <translation>Paires formées d’une photo et de son aperçu actuel</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Stopped. A quick training starts again from the beginning.</source>
        <translation>Arrêté. Un entraînement rapide recommence depuis le début.</translation>
    </message>
    <message>
        <source>Paused · {work}</source>
        <translation>Suspendu · {work}</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped at: {work}. You can resume from there.</source>
        <translation>Arrêté à : {work}. Vous pouvez reprendre de là.</translation>
    </message>
    <message>
        <source>Stopping and saving progress…</source>
        <translation>Arrêt et enregistrement de l’avancement…</translation>
    </message>
    <message>
        <source>Unique codes: {share} %</source>
        <translation>Codes uniques : {share} %</translation>
    </message>
    <message>
        <source>Validation loss: {loss}</source>
        <translation>Perte de validation : {loss}</translation>
    </message>
    <message>
        <source>Waiting for other work to finish</source>
        <translation>En attente de la fin d’autres travaux</translation>
    </message>
</context>
<context>
    <name>RetrainingNews</name>
    <message>
        <source>A new model trained on {photos} is ready to compare.</source>
        <translation>Un nouveau modèle, entraîné sur {photos}, est prêt à être comparé.</translation>
    </message>
    <message>
        <source>A retraining is running in the background.</source>
        <translation>Un entraînement est en cours en arrière-plan.</translation>
    </message>
    <message>
        <source>A retraining was interrupted after {time}. Its progress is kept.</source>
        <translation>Un entraînement a été interrompu après {time}. Son avancement est conservé.</translation>
    </message>
    <message>
        <source>A retraining was interrupted before it made any progress.</source>
        <translation>Un entraînement a été interrompu avant d’avoir avancé.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>A quick training was interrupted. It starts again from the beginning.</source>
        <translation>Un entraînement rapide a été interrompu. Il recommence depuis le début.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>RootRow</name>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Actions for {folder}</source>
        <translation>Actions pour {folder}</translation>
    </message>
    <message>
        <source>Hide folders</source>
        <translation>Masquer les dossiers</translation>
    </message>
    <message>
        <source>Show folders</source>
        <translation>Afficher les dossiers</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>Retirer de la photothèque…</translation>
    </message>
</context>
<context>
    <name>RootSection</name>
    <message>
        <source>Folders in {folder}</source>
        <translation>Dossiers dans {folder}</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What to keep</source>
        <translation>Ce qu’il faut garder</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Plus important</translation>
    </message>
    <message>
        <source>Less important</source>
        <translation>Moins important</translation>
    </message>
    <message>
        <source>Preferred folders, the best first</source>
        <translation>Dossiers préférés, le meilleur d’abord</translation>
    </message>
    <message>
        <source>Folders from which nothing is discarded</source>
        <translation>Dossiers dont rien n’est écarté</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Rules, the most important first</source>
        <translation>Règles, la plus importante d’abord</translation>
    </message>
    <message>
        <source>The first rule that tells the photos of a group apart decides which one is suggested.</source>
        <translation>La première règle qui distingue les photos d’un groupe décide laquelle est proposée.</translation>
    </message>
    <message>
        <source>The rules cannot be saved in this library: they last until the window closes.</source>
        <translation>Les règles ne peuvent pas être enregistrées dans cette photothèque : elles durent jusqu’à la fermeture de la fenêtre.</translation>
    </message>
</context>
<context>
    <name>SavedSearchList</name>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chercher de nouveau</translation>
    </message>
</context>
<context>
    <name>SavedSearchLists</name>
    <message>
        <source>Search deleted: {name}</source>
        <translation>Recherche supprimée : {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SavedSearchesFlow</name>
    <message>
        <source>A search for a pasted picture cannot be saved. Save the picture as a file and search for it.</source>
        <translation>La recherche d’une image collée ne peut pas être gardée. Enregistrez l’image dans un fichier et cherchez celui-ci.</translation>
    </message>
    <message>
        <source>Search for something first, then save the search.</source>
        <translation>Lancez d’abord une recherche, puis gardez-la.</translation>
    </message>
    <message>
        <source>Search saved: {name}</source>
        <translation>Recherche gardée : {name}</translation>
    </message>
</context>
<context>
    <name>SavedSearchesPanel</name>
    <message>
        <source>Recent searches</source>
        <translation>Recherches récentes</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches gardées</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>Folder {folder}</source>
        <translation>Dossier {folder}</translation>
    </message>
    <message>
        <source>Photos from a date range</source>
        <translation>Photos d’une période</translation>
    </message>
    <message>
        <source>Photos matching the current filters</source>
        <translation>Photos qui passent les filtres actuels</translation>
    </message>
    <message>
        <source>Selection: {photos}</source>
        <translation>Sélection : {photos}</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Toute la photothèque</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Entraîner sur</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected photos</source>
        <translation>Photos sélectionnées</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>Sélection : {count}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>CPU use while indexing</source>
        <translation>Processeur pendant l’indexation</translation>
    </message>
    <message>
        <source>{language} (not proofread)</source>
        <translation>{language} (non relu)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Folders on network drives are not watched; {rescan} to find new photos.</source>
        <translation>Les dossiers des lecteurs réseau ne sont pas surveillés ; {rescan} pour trouver les nouvelles photos.</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>Immédiatement</translation>
    </message>
    <message>
        <source>Keeps recently viewed thumbnails in memory: about {count} at the current size.</source>
        <translation>Garde en mémoire les miniatures vues récemment : environ {count} à la taille actuelle.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>No native speaker has read the translations that are marked as not proofread yet.</source>
        <translation>Aucun locuteur natif n’a encore relu les traductions marquées comme non relues.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Photothèque</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Only when I rescan (F5)</source>
        <translation>Seulement à la réanalyse (F5)</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Thumbnail cache</source>
        <translation>Cache des miniatures</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Surveiller les dossiers</translation>
    </message>
    <message>
        <source>rescan</source>
        <translation>réanalysez</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} sur le disque</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{photos} · read-only</source>
        <translation>{photos} · lecture seule</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Photothèque</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Paused. Space continues, Esc ends the slideshow.</source>
        <translation>En pause. Espace continue, Échap termine le diaporama.</translation>
    </message>
    <message>
        <source>Slideshow. Space pauses, Esc ends it.</source>
        <translation>Diaporama. Espace suspend, Échap termine.</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Sorted by: {order}, {direction}</source>
        <translation>Trié par : {order}, {direction}</translation>
    </message>
</context>
<context>
    <name>SpareButton</name>
    <message>
        <source>In this group</source>
        <translation>Dans ce groupe</translation>
    </message>
    <message>
        <source>In all {count} groups of “{level}”</source>
        <translation>Dans les {count} groupes de « {level} »</translation>
    </message>
    <message>
        <source>In the folder {folder}</source>
        <translation>Dans le dossier {folder}</translation>
    </message>
</context>
<context>
    <name>StackButton</name>
    <message>
        <source>This group</source>
        <translation>Ce groupe</translation>
    </message>
    <message>
        <source>The {count} groups of the selected photos</source>
        <translation>Les {count} groupes des photos sélectionnées</translation>
    </message>
    <message>
        <source>All {count} groups of “{level}”</source>
        <translation>Les {count} groupes de « {level} »</translation>
    </message>
</context>
<context>
    <name>StackSummary</name>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Empiler</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the photo that is suggested to stay, with the others behind it.</source>
        <translation>{photos} deviennent {count} : de chaque groupe, la photo proposée, avec les autres derrière elle.</translation>
    </message>
    <message>
        <source>{photos} are shown as {count}: of each group the picture that is not RAW and has the most pixels, with the others behind it.</source>
        <translation>{photos} deviennent {count} : de chaque groupe, l’image qui n’est pas RAW et qui a le plus de pixels, avec les autres derrière elle.</translation>
    </message>
    <message>
        <source>No file is touched. You can undo it. A group that is a stack is shown here again only when another photo joins the group.</source>
        <translation>Aucun fichier n’est touché. Vous pouvez annuler cette action. Un groupe empilé ne revient ici que si une autre photo s’y ajoute.</translation>
    </message>
</context>
<context>
    <name>StandingTabs</name>
    <message>
        <source>What the photos are to the library</source>
        <translation>Ce que les photos sont pour la photothèque</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
</context>
<context>
    <name>TimeLimit</name>
    <message>
        <source>Time limit</source>
        <translation>Limite de durée</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Up to {time}</source>
        <translation>Jusqu’à {time}</translation>
    </message>
</context>
<context>
    <name>TypedSearch</name>
    <message>
        <source>Type what the photos show; after a minus, what they should not show.</source>
        <translation>Saisissez ce que montrent les photos et, après un moins, ce qu’elles ne doivent pas montrer.</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
</context>
<context>
    <name>ViewerMenu</name>
    <message>
        <source>Time for each photo</source>
        <translation>Durée de chaque photo</translation>
    </message>
</context>
<context>
    <name>WayChoice</name>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Approfondi</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Takes seconds, and keeps what the current model finds. The model has no previews.</source>
        <translation>Prend quelques secondes et garde ce que le modèle actuel trouve. Le modèle n’a pas d’aperçus.</translation>
    </message>
    <message>
        <source>Takes minutes to hours, and can learn previews.</source>
        <translation>Prend de quelques minutes à plusieurs heures et peut apprendre les aperçus.</translation>
    </message>
</context>
<context>
    <name>WordsBox</name>
    <message>
        <source>Search by words</source>
        <translation>Rechercher par mots</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message>
        <source>Paused · {work}</source>
        <translation>Suspendu · {work}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Updating moved photos…</source>
        <translation>Mise à jour des photos déplacées…</translation>
    </message>
    <message>
        <source>{count} could not be indexed</source>
        <translation>Non indexés : {count}</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message>
        <source>{folders} is paused and was not scanned. Resume it in the sidebar.</source>
        <translation>Suspendu et non analysé : {folders}. Reprenez dans la barre latérale.</translation>
    </message>
</context>
<context>
    <name>YearScrubber</name>
    <message>
        <source>Years</source>
        <translation>Années</translation>
    </message>
    <message>
        <source>Click or drag to go to another year</source>
        <translation>Cliquez ou faites glisser pour aller à une autre année</translation>
    </message>
</context>
<context>
    <name>_PreviewGrid</name>
    <message>
        <source>Previews so far</source>
        <translation>Aperçus jusqu’ici</translation>
    </message>
</context>
<context>
    <name>archive_actions</name>
    <message>
        <source>Save the search</source>
        <translation>Garder la recherche</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Photo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Trouver les photos comme une image</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Trouver les photos comme l’image du presse-papiers</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Choisir les photos à afficher et à chercher</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Miniatures plus grandes</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Miniatures plus petites</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Aller aux photos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Aller aux photos, depuis n’importe où dans la fenêtre</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Ouvrir une photothèque…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Ouvrir une autre photothèque dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Ouvrir une archive…</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>À propos de Lookalike</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show identical files, and the same photo otherwise stored</source>
        <translation>Montrer les fichiers identiques et la même photo enregistrée autrement</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Ouvrir une archive de millions de photos dans sa propre fenêtre</translation>
    </message>
</context>
<context>
    <name>archive_photo_actions</name>
    <message>
        <source>An archive can only be read. To change its photos, import it into a library: lookalike cluster import</source>
        <translation>Une archive ne peut qu’être lue. Pour modifier ses photos, importez-la dans une bibliothèque : lookalike cluster import</translation>
    </message>
</context>
<context>
    <name>bit_grid</name>
    <message>
        <source>Bit {number} is {value}</source>
        <translation>Le bit {number} vaut {value}</translation>
    </message>
    <message>
        <source>Code lens: flip the bit</source>
        <translation>Loupe du code : inverser le bit</translation>
    </message>
    <message>
        <source>differs: lowers similarity by {cost} %</source>
        <translation>diffère : réduit la similarité de {cost} %</translation>
    </message>
    <message>
        <source>flipped by you</source>
        <translation>inversé par vous</translation>
    </message>
    <message>
        <source>more certain than {share} % of the query's bits</source>
        <translation>plus sûr que {share} % des bits de l’image recherchée</translation>
    </message>
</context>
<context>
    <name>blind_vote</name>
    <message>
        <source>Neither is better</source>
        <translation>Aucune n’est meilleure</translation>
    </message>
    <message>
        <source>The first row is better</source>
        <translation>La première rangée est meilleure</translation>
    </message>
    <message>
        <source>The second row is better</source>
        <translation>La deuxième rangée est meilleure</translation>
    </message>
</context>
<context>
    <name>browse_model</name>
    <message>
        <source>{name} · disconnected</source>
        <translation>{name} · déconnecté</translation>
    </message>
</context>
<context>
    <name>browse_view</name>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
</context>
<context>
    <name>chip_keys</name>
    <message>
        <source>Examples, filters, searches and folders: remove</source>
        <translation>Exemples, filtres, recherches et dossiers : retirer</translation>
    </message>
</context>
<context>
    <name>code_page</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>What the code sees: back to the photo before</source>
        <translation>Ce que voit le code : revenir à la photo précédente</translation>
    </message>
</context>
<context>
    <name>comparison_actions</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Previous photo of the group</source>
        <translation>Photo précédente du groupe</translation>
    </message>
    <message>
        <source>Next photo of the group</source>
        <translation>Photo suivante du groupe</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Clignotement</translation>
    </message>
    <message>
        <source>Switch now</source>
        <translation>Permuter maintenant</translation>
    </message>
    <message>
        <source>Flicker: switch now; slider: swap sides</source>
        <translation>Clignotement : permuter maintenant ; curseur : échanger les côtés</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Curseur</translation>
    </message>
    <message>
        <source>Move the slider left</source>
        <translation>Déplacer le curseur à gauche</translation>
    </message>
    <message>
        <source>Move the slider right</source>
        <translation>Déplacer le curseur à droite</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
</context>
<context>
    <name>comparison_text</name>
    <message>
        <source>Computing new codes</source>
        <translation>Calcul des nouveaux codes</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>Recherche des quasi-doublons</translation>
    </message>
    <message>
        <source>Finding photos on which the models disagree</source>
        <translation>Recherche des photos sur lesquelles les modèles divergent</translation>
    </message>
    <message>
        <source>Finding related photos</source>
        <translation>Recherche des photos apparentées</translation>
    </message>
    <message>
        <source>How many cropped, mirrored, darkened and compressed copies find their original.</source>
        <translation>Combien de copies recadrées, inversées, assombries et compressées trouvent leur original.</translation>
    </message>
    <message>
        <source>How many photos have a code that no other photo has.</source>
        <translation>Combien de photos ont un code qu’aucune autre n’a.</translation>
    </message>
    <message>
        <source>How many photos that look nearly the same are still found.</source>
        <translation>Combien de photos presque identiques à l’œil sont encore trouvées.</translation>
    </message>
    <message>
        <source>Differences from {name}, {gain} times as strong</source>
        <translation>Différences avec {name}, {gain} fois plus fortes</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>Groupe {place} sur {count}</translation>
    </message>
    <message>
        <source>{shown} of {count} photos</source>
        <translation>{shown} photos sur {count}</translation>
    </message>
    <message>
        <source>How many related photos in this library are found.</source>
        <translation>Combien de photos apparentées de cette photothèque sont trouvées.</translation>
    </message>
    <message>
        <source>How many of the photos that are found are in the folder of the query.</source>
        <translation>Combien des photos trouvées sont dans le dossier de l’image recherchée.</translation>
    </message>
    <message>
        <source>How well photos from outside this library are found.</source>
        <translation>À quel point les photos étrangères à cette photothèque sont bien trouvées.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model may have been trained on all of them.</source>
        <translation>En %, ± erreur type, mesuré sur {photos}. Le nouveau modèle a pu être entraîné sur toutes.</translation>
    </message>
    <message>
        <source>In %, ± standard error, measured on {photos}. The new model was not trained on {held_out} of the {asked} queries.</source>
        <translation>En %, ± erreur type, mesuré sur {photos}. Le nouveau modèle n’a pas été entraîné sur {held_out} des {asked} images recherchées.</translation>
    </message>
    <message>
        <source>Searching for edited copies</source>
        <translation>Recherche des copies retouchées</translation>
    </message>
    <message>
        <source>The votes may be due to chance, so the figures decide.</source>
        <translation>Les votes peuvent être dus au hasard : les chiffres décident donc.</translation>
    </message>
    <message>
        <source>You preferred the new model {new} times and the current model {old} times, and saw no difference {neither} times.</source>
        <translation>Vous avez préféré le nouveau modèle {new} fois et le modèle actuel {old} fois, sans voir de différence {neither} fois.</translation>
    </message>
    <message>
        <source>about the same</source>
        <translation>à peu près pareil</translation>
    </message>
    <message>
        <source>better by {points}</source>
        <translation>mieux de {points}</translation>
    </message>
    <message>
        <source>worse by {points}</source>
        <translation>moins bien de {points}</translation>
    </message>
</context>
<context>
    <name>cpu_usage</name>
    <message>
        <source>Full</source>
        <translation>Pleine</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>Moitié</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>One photo at a time, only while the computer is otherwise idle.</source>
        <translation>Une photo à la fois, seulement quand l’ordinateur est inoccupé.</translation>
    </message>
    <message>
        <source>One photo at a time.</source>
        <translation>Une photo à la fois.</translation>
    </message>
    <message>
        <source>{count} photos at a time, with lower priority than other programs.</source>
        <translation>{count} photos à la fois, avec une priorité plus basse que les autres programmes.</translation>
    </message>
</context>
<context>
    <name>desk_commands</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Écarter les autres</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Pas des doublons</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Groupe suivant</translation>
    </message>
    <message>
        <source>Previous group</source>
        <translation>Groupe précédent</translation>
    </message>
    <message>
        <source>Show the photos of the group as one, with the suggested one on top</source>
        <translation>Afficher les photos du groupe comme une seule, la photo proposée au-dessus</translation>
    </message>
    <message>
        <source>Compare the photos of the group, or those that are selected</source>
        <translation>Comparer les photos du groupe, ou celles qui sont sélectionnées</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare {photos}</source>
        <translation>Comparer {photos}</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>Empiler {count} groupes</translation>
    </message>
    <message>
        <source>Stack the group</source>
        <translation>Empiler le groupe</translation>
    </message>
    <message>
        <source>Mark to be discarded; no file is touched yet</source>
        <translation>Marquer comme à écarter ; aucun fichier n’est encore touché</translation>
    </message>
    <message>
        <source>Never group the selected photos with the others of the group again</source>
        <translation>Ne plus jamais grouper les photos sélectionnées avec les autres du groupe</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Open a picture to find similar photos</source>
        <translation>Ouvrir une image pour trouver des photos similaires</translation>
    </message>
</context>
<context>
    <name>discard_text</name>
    <message>
        <source>XMP files go to the trash or the folder with their photos, unless other photos use them, too.</source>
        <translation>Les fichiers XMP vont à la corbeille ou dans le dossier avec leurs photos, sauf si d’autres photos les utilisent aussi.</translation>
    </message>
    <message>
        <source>Nothing can be discarded</source>
        <translation>Rien ne peut être écarté</translation>
    </message>
    <message>
        <source>Discard 1 file</source>
        <translation>Écarter 1 fichier</translation>
    </message>
    <message>
        <source>Discard {count} files</source>
        <translation>Écarter {count} fichiers</translation>
    </message>
    <message>
        <source>1 file has changed since the comparison. It is compared again before it goes.</source>
        <translation>1 fichier a changé depuis la comparaison. Il est comparé de nouveau avant de partir.</translation>
    </message>
    <message>
        <source>{count} files have changed since the comparison. Each is compared again before it goes.</source>
        <translation>{count} fichiers ont changé depuis la comparaison. Chacun est comparé de nouveau avant de partir.</translation>
    </message>
    <message>
        <source>in a folder that is never touched</source>
        <translation>dans un dossier qui n’est jamais touché</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>n’existe plus</translation>
    </message>
    <message>
        <source>changed since the comparison, and not the same photo any more</source>
        <translation>changé depuis la comparaison, et n’est plus la même photo</translation>
    </message>
    <message>
        <source>changed since the comparison, and cannot be read now</source>
        <translation>changé depuis la comparaison, et illisible maintenant</translation>
    </message>
    <message>
        <source>the last of its group</source>
        <translation>le dernier de son groupe</translation>
    </message>
    <message>
        <source>no other file of its group is there any more</source>
        <translation>aucun autre fichier de son groupe n’existe plus</translation>
    </message>
    <message>
        <source>the photo that should be kept has changed or is gone</source>
        <translation>la photo à garder a changé ou a disparu</translation>
    </message>
    <message>
        <source>it is not identical any more</source>
        <translation>il n’est plus identique</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>il a été modifié entre-temps</translation>
    </message>
    <message>
        <source>its disk cannot share the space of files; Btrfs, XFS and APFS can</source>
        <translation>son disque ne permet pas aux fichiers de partager l’espace ; Btrfs, XFS et APFS le permettent</translation>
    </message>
    <message>
        <source>1 file stays: {reason}.</source>
        <translation>1 fichier reste : {reason}.</translation>
    </message>
    <message>
        <source>{count} files stay: {reason}.</source>
        <translation>{count} fichiers restent : {reason}.</translation>
    </message>
    <message>
        <source>{count} other folders</source>
        <translation>{count} autres dossiers</translation>
    </message>
</context>
<context>
    <name>discarding</name>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>its rating and keywords cannot be written to {file}: {reason}</source>
        <translation>sa note et ses mots-clés ne peuvent pas être écrits dans {file} : {reason}</translation>
    </message>
</context>
<context>
    <name>distance_histogram</name>
    <message>
        <source>Distances: hide the closest</source>
        <translation>Distances : masquer les plus proches</translation>
    </message>
    <message>
        <source>Distances: show fewer distant photos</source>
        <translation>Distances : afficher moins de photos éloignées</translation>
    </message>
    <message>
        <source>Distances: show more distant photos</source>
        <translation>Distances : afficher plus de photos éloignées</translation>
    </message>
    <message>
        <source>Distances: show more of the closest</source>
        <translation>Distances : afficher plus des plus proches</translation>
    </message>
</context>
<context>
    <name>empty_pages</name>
    <message>
        <source>No duplicates match these filters</source>
        <translation>Aucun doublon ne passe ces filtres</translation>
    </message>
    <message>
        <source>Some photos have duplicates that the filters hide.</source>
        <translation>Certaines photos ont des doublons que les filtres masquent.</translation>
    </message>
    <message>
        <source>No duplicates known</source>
        <translation>Aucun doublon connu</translation>
    </message>
    <message>
        <source>Comparing the photos. What is found appears here at once.</source>
        <translation>Comparaison des photos. Ce qui est trouvé apparaît ici aussitôt.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Trouver les doublons</translation>
    </message>
    <message>
        <source>All duplicates that are known are stacked.</source>
        <translation>Tous les doublons connus sont empilés.</translation>
    </message>
    <message>
        <source>No two photos of the library are the same or look alike.</source>
        <translation>Aucune photo de la photothèque n’est identique ou semblable à une autre.</translation>
    </message>
    <message>
        <source>Finds copies, even if resized, cropped or turned. No file is changed.</source>
        <translation>Trouve les copies, même redimensionnées, recadrées ou pivotées. Aucun fichier n’est modifié.</translation>
    </message>
</context>
<context>
    <name>empty_view</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Ajouter un dossier de photos</translation>
    </message>
    <message>
        <source>All results are outside the chosen distance range.</source>
        <translation>Tous les résultats sont hors des distances choisies.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Trouver des photos similaires</translation>
    </message>
    <message>
        <source>Lookalike reads your photos in place. Nothing leaves this computer.</source>
        <translation>Lookalike lit vos photos là où elles sont. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>No photos match these filters</source>
        <translation>Aucune photo ne passe ces filtres</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Pas encore de photos</translation>
    </message>
    <message>
        <source>No results to show</source>
        <translation>Aucun résultat à afficher</translation>
    </message>
    <message>
        <source>Photos appear here as they are indexed.</source>
        <translation>Les photos apparaissent ici à mesure qu’elles sont indexées.</translation>
    </message>
    <message>
        <source>Remove a filter above the photos, or clear them all.</source>
        <translation>Retirez un filtre au-dessus des photos, ou effacez-les tous.</translation>
    </message>
    <message>
        <source>No photo stands out for these words</source>
        <translation>Aucune photo ne se distingue pour ces mots</translation>
    </message>
    <message>
        <source>Try a simpler or more common word, or search by a picture.</source>
        <translation>Essayez un mot plus simple ou plus courant, ou recherchez par image.</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Réanalyser</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Afficher tous les résultats</translation>
    </message>
    <message>
        <source>Try sample pictures</source>
        <translation>Essayer des images d’exemple</translation>
    </message>
</context>
<context>
    <name>filter_labels</name>
    <message>
        <source>From {start}</source>
        <translation>Depuis {start}</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>{count} lenses</source>
        <translation>{count} objectifs</translation>
    </message>
    <message>
        <source>Over {size}</source>
        <translation>Plus de {size}</translation>
    </message>
    <message>
        <source>Until {end}</source>
        <translation>Jusqu’à {end}</translation>
    </message>
    <message>
        <source>Up to {size}</source>
        <translation>Jusqu’à {size}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} appareils</translation>
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
        <translation>De {least} à {most}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>De {start} à {end}</translation>
    </message>
</context>
<context>
    <name>first_tips</name>
    <message>
        <source>To find similar photos, drop a picture on the window, or select a photo and press S.</source>
        <translation>Pour trouver des photos similaires, déposez une image sur la fenêtre, ou sélectionnez une photo et appuyez sur S.</translation>
    </message>
    <message>
        <source>Press Space to see a photo large, and the arrow keys for the next ones.</source>
        <translation>Espace affiche une photo en grand, les flèches montrent les suivantes.</translation>
    </message>
    <message>
        <source>Ctrl+F filters the photos by folder, date, camera and more, also in a search.</source>
        <translation>Ctrl+F filtre les photos par dossier, date, appareil et plus encore, aussi dans une recherche.</translation>
    </message>
    <message>
        <source>Ctrl+Z undoes a move, even to the trash. F1 lists all keys; Help has the guide.</source>
        <translation>Ctrl+Z annule un déplacement, même vers la corbeille. F1 liste toutes les touches ; le menu Aide contient le guide.</translation>
    </message>
    <message>
        <source>No more tips</source>
        <translation>Plus d’astuces</translation>
    </message>
    <message>
        <source>Next tip</source>
        <translation>Astuce suivante</translation>
    </message>
</context>
<context>
    <name>grid_selection</name>
    <message>
        <source>You can select at most {count} photos at once.</source>
        <translation>Vous pouvez sélectionner au plus {count} photos à la fois.</translation>
    </message>
</context>
<context>
    <name>group_model</name>
    <message>
        <source>Discard</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>group_text</name>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>aucun appareil</translation>
    </message>
    <message>
        <source>{percent} % alike</source>
        <translation>{percent} % de ressemblance</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 groupe</translation>
    </message>
    <message>
        <source>{count} groups</source>
        <translation>{count} groupes</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>Identiques</translation>
    </message>
    <message>
        <source>Same pixels</source>
        <translation>Mêmes pixels</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Même photo</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Rafale</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Similaires</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>Fichiers de même contenu</translation>
    </message>
    <message>
        <source>The same pixels in another format or with other metadata</source>
        <translation>Les mêmes pixels dans un autre format ou avec d’autres métadonnées</translation>
    </message>
    <message>
        <source>The same photo, resized, compressed, cropped, edited or turned</source>
        <translation>La même photo, redimensionnée, compressée, recadrée, retouchée ou pivotée</translation>
    </message>
    <message>
        <source>The RAW file and the picture of one shot, or a photo and its edit</source>
        <translation>Le fichier RAW et l’image d’une même prise, ou une photo et sa retouche</translation>
    </message>
    <message>
        <source>Photos of one camera that were taken within seconds</source>
        <translation>Photos d’un même appareil prises à quelques secondes d’intervalle</translation>
    </message>
    <message>
        <source>Different photos that look alike</source>
        <translation>Photos différentes qui se ressemblent</translation>
    </message>
    <message>
        <source>preferred folder</source>
        <translation>dossier préféré</translation>
    </message>
    <message>
        <source>RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>more pixels</source>
        <translation>plus de pixels</translation>
    </message>
    <message>
        <source>larger file</source>
        <translation>plus lourde</translation>
    </message>
    <message>
        <source>sharper</source>
        <translation>plus nette</translation>
    </message>
    <message>
        <source>more metadata</source>
        <translation>plus de métadonnées</translation>
    </message>
    <message>
        <source>older</source>
        <translation>plus ancienne</translation>
    </message>
    <message>
        <source>nothing around it</source>
        <translation>rien autour</translation>
    </message>
    <message>
        <source>not compressed</source>
        <translation>non compressée</translation>
    </message>
    <message>
        <source>shorter path</source>
        <translation>chemin plus court</translation>
    </message>
    <message>
        <source>Keep: {reason}</source>
        <translation>Garder : {reason}</translation>
    </message>
    <message>
        <source>framed</source>
        <translation>encadrée</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recadrée</translation>
    </message>
    <message>
        <source>turned right</source>
        <translation>pivotée à droite</translation>
    </message>
    <message>
        <source>turned left</source>
        <translation>pivotée à gauche</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>en miroir</translation>
    </message>
    <message>
        <source>upside down, mirrored</source>
        <translation>à l’envers, en miroir</translation>
    </message>
    <message>
        <source>upside down</source>
        <translation>à l’envers</translation>
    </message>
    <message>
        <source>turned and mirrored</source>
        <translation>pivotée et en miroir</translation>
    </message>
    <message>
        <source>at least {percent} % alike</source>
        <translation>au moins {percent} % de ressemblance</translation>
    </message>
    <message>
        <source>{count} of 1 group</source>
        <translation>{count} sur 1 groupe</translation>
    </message>
    <message>
        <source>{count} of {total} groups</source>
        <translation>{count} sur {total} groupes</translation>
    </message>
    <message>
        <source>{size} to save</source>
        <translation>{size} à gagner</translation>
    </message>
    <message>
        <source>shows more</source>
        <translation>montre plus</translation>
    </message>
    <message>
        <source>+ {count} identical</source>
        <translation>+ {count} à l’identique</translation>
    </message>
</context>
<context>
    <name>job_progress</name>
    <message>
        <source>Drawing samples: {done} of {total}</source>
        <translation>Dessin des exemples : {done} sur {total}</translation>
    </message>
    <message>
        <source>Indexed {photos} in {time}</source>
        <translation>{photos} : indexation en {time}</translation>
    </message>
    <message>
        <source>Comparing pairs: {done} of {total}</source>
        <translation>Comparaison des paires : {done} sur {total}</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Finalisation…</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>Indexation : {done} sur {total}</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>Retrait : {done} sur {total}</translation>
    </message>
    <message>
        <source>Scanning · {files}</source>
        <translation>Analyse · {files}</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Updating codes: {done} of {total}</source>
        <translation>Mise à jour des codes : {done} sur {total}</translation>
    </message>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>Vérification : {done} sur {total}</translation>
    </message>
    <message>
        <source>{stage} · {percent} %</source>
        <translation>{stage} · {percent} %</translation>
    </message>
    <message>
        <source>Preparing {done} of {total}</source>
        <translation>Préparation : {done} sur {total}</translation>
    </message>
    <message>
        <source>Looking for pairs to compare</source>
        <translation>Recherche de paires à comparer</translation>
    </message>
    <message>
        <source>Finding duplicates: {done} of {total}</source>
        <translation>Recherche des doublons : {done} sur {total}</translation>
    </message>
    <message>
        <source>Comparing pixels of pairs: {done} of {total}</source>
        <translation>Comparaison des pixels des paires : {done} sur {total}</translation>
    </message>
    <message>
        <source>Measuring sharpness: {done} of {total}</source>
        <translation>Mesure de la netteté : {done} sur {total}</translation>
    </message>
    <message>
        <source>Backing up the library…</source>
        <translation>Sauvegarde de la photothèque…</translation>
    </message>
</context>
<context>
    <name>kept_questions</name>
    <message>
        <source>Part of {name}</source>
        <translation>Partie de {name}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} et {count} autres</translation>
    </message>
    <message>
        <source>{name}, excluding {count}</source>
        <translation>{name}, sans {count}</translation>
    </message>
</context>
<context>
    <name>library_opener</name>
    <message>
        <source>There is no library in {folder}. Use “New library…” to create one.</source>
        <translation>Il n’y a pas de photothèque dans {folder}. « Nouvelle photothèque… » en crée une.</translation>
    </message>
    <message>
        <source>There is no archive in {folder}. “lookalike cluster index” makes one.</source>
        <translation>Il n’y a pas d’archive dans {folder}. « lookalike cluster index » en crée une.</translation>
    </message>
    <message>
        <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
        <translation>{folder} n’est pas vide. Choisissez un dossier nouveau ou vide pour la photothèque.</translation>
    </message>
    <message>
        <source>No window could be opened for the library {folder}.</source>
        <translation>Aucune fenêtre n’a pu être ouverte pour la photothèque {folder}.</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>Ma photothèque</translation>
    </message>
    <message>
        <source>The library {folder} is open in this window.</source>
        <translation>La photothèque {folder} est ouverte dans cette fenêtre.</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <source>Identical</source>
        <translation>Identiques</translation>
    </message>
    <message>
        <source>Less similar</source>
        <translation>Moins similaire</translation>
    </message>
    <message>
        <source>Same photo</source>
        <translation>Même photo</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Similaires</translation>
    </message>
    <message>
        <source>Very similar</source>
        <translation>Très similaire</translation>
    </message>
</context>
<context>
    <name>likeness_button</name>
    <message>
        <source>Shows groups by their least alike photo: how much of the picture agrees, or, of different photos, how much of their codes.</source>
        <translation>Affiche les groupes d’après leur photo la moins ressemblante : la part de l’image qui concorde ou, pour des photos différentes, celle de leurs codes.</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Show groups by how alike their photos are</source>
        <translation>Afficher les groupes selon la ressemblance de leurs photos</translation>
    </message>
    <message>
        <source>At least {least} % alike</source>
        <translation>Au moins {least} % de ressemblance</translation>
    </message>
    <message>
        <source>At most {most} % alike</source>
        <translation>Au plus {most} % de ressemblance</translation>
    </message>
    <message>
        <source>{least}–{most} % alike</source>
        <translation>{least}–{most} % de ressemblance</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>{name} cannot be opened because {folder} is disconnected. Connect its drive first.</source>
        <translation>{name} ne peut pas être ouvert parce que {folder} est déconnecté. Connectez d’abord son disque.</translation>
    </message>
    <message>
        <source>A code partly reveals its picture. Share it as carefully as the picture itself.</source>
        <translation>Un code révèle en partie son image. Partagez-le avec autant de soin que l’image elle-même.</translation>
    </message>
    <message>
        <source>{path} cannot be shown because no file manager is available.</source>
        <translation>{path} ne peut pas être affiché, faute de gestionnaire de fichiers.</translation>
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
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Focale</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise le</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>GPS position in the file</source>
        <translation>Position GPS dans le fichier</translation>
    </message>
    <message>
        <source>{length} mm (35 mm equivalent: {like} mm)</source>
        <translation>{length} mm (équivalent 35 mm : {like} mm)</translation>
    </message>
</context>
<context>
    <name>missing_library</name>
    <message>
        <source>Open a library</source>
        <translation>Ouvrir une photothèque</translation>
    </message>
</context>
<context>
    <name>model_text</name>
    <message>
        <source>Default model</source>
        <translation>Modèle par défaut</translation>
    </message>
    <message>
        <source>My model of {day}</source>
        <translation>Mon modèle du {day}</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>ajouté le {day}</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>trained on {photos} of this library</source>
        <translation>entraîné sur {photos} de cette photothèque</translation>
    </message>
    <message>
        <source>trained {day}</source>
        <translation>entraîné le {day}</translation>
    </message>
    <message>
        <source>without previews</source>
        <translation>sans aperçus</translation>
    </message>
</context>
<context>
    <name>newcomers</name>
    <message>
        <source>Choose a folder outside of “{folder}”, which the photos are in already.</source>
        <translation>Choisissez un dossier en dehors de « {folder} », où les photos se trouvent déjà.</translation>
    </message>
    <message>
        <source>This folder contains no photos.</source>
        <translation>Ce dossier ne contient aucune photo.</translation>
    </message>
    <message>
        <source>The library has all photos of this folder.</source>
        <translation>La photothèque a toutes les photos de ce dossier.</translation>
    </message>
    <message>
        <source>Identical file: {path}</source>
        <translation>Fichier identique : {path}</translation>
    </message>
    <message>
        <source>Same photo: {path}</source>
        <translation>Même photo : {path}</translation>
    </message>
    <message>
        <source>Copy new photos to…</source>
        <translation>Copier les nouvelles photos vers…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connues</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Meilleures</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Illisibles</translation>
    </message>
    <message>
        <source>The library does not have these photos.</source>
        <translation>La photothèque n’a pas ces photos.</translation>
    </message>
    <message>
        <source>The library has these photos, in the same size or larger.</source>
        <translation>La photothèque a ces photos, de même taille ou plus grandes.</translation>
    </message>
    <message>
        <source>The library has these photos, but with fewer pixels.</source>
        <translation>La photothèque a ces photos, mais avec moins de pixels.</translation>
    </message>
    <message>
        <source>These files cannot be read.</source>
        <translation>Ces fichiers ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>Aucune nouvelle photo</translation>
    </message>
    <message>
        <source>No known photos</source>
        <translation>Aucune photo connue</translation>
    </message>
    <message>
        <source>No photos with more pixels than in the library</source>
        <translation>Aucune photo avec plus de pixels que dans la photothèque</translation>
    </message>
    <message>
        <source>No unreadable files</source>
        <translation>Aucun fichier illisible</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {files}.</source>
        <translation>Arrêté après {done} sur {files}.</translation>
    </message>
    <message>
        <source>These folders have no photos.</source>
        <translation>Ces dossiers ne contiennent aucune photo.</translation>
    </message>
    <message>
        <source>The library has all photos of these folders.</source>
        <translation>La photothèque a toutes les photos de ces dossiers.</translation>
    </message>
    <message>
        <source>{photos} checked.</source>
        <translation>Vérification terminée : {photos}.</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>Copié vers {folder}</translation>
    </message>
    <message>
        <source>Copy {photos} to…</source>
        <translation>Copier {photos} vers…</translation>
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
        <translation>1 fichier</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 photo</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} o</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} ko</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} Go</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>moins de 1 s</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count} bits</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} fichiers</translation>
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
        <translation>{count} photos</translation>
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
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>open_with</name>
    <message>
        <source>Open with which program?</source>
        <translation>Avec quel programme ouvrir ?</translation>
    </message>
</context>
<context>
    <name>outlier_model</name>
    <message>
        <source>{percent} % different from its {neighbours}th closest photo</source>
        <translation>{percent} % d’écart avec sa {neighbours}e photo la plus proche</translation>
    </message>
    <message>
        <source>{percent} % different</source>
        <translation>{percent} % d’écart</translation>
    </message>
</context>
<context>
    <name>photo_action_flow</name>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>Copie : {done} sur {total}</translation>
    </message>
    <message>
        <source>Exporting: {done} of {total}</source>
        <translation>Exportation : {done} sur {total}</translation>
    </message>
    <message>
        <source>Move undone ({photos}).</source>
        <translation>Déplacement annulé ({photos}).</translation>
    </message>
    <message>
        <source>Moving to the trash: {done} of {total}</source>
        <translation>Mise à la corbeille : {done} sur {total}</translation>
    </message>
    <message>
        <source>Moving: {done} of {total}</source>
        <translation>Déplacement : {done} sur {total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total}</source>
        <translation>Renommage : {done} sur {total}</translation>
    </message>
    <message>
        <source>Undoing: {done} of {total}</source>
        <translation>Annulation : {done} sur {total}</translation>
    </message>
    <message>
        <source>Linking: {done} of {total}</source>
        <translation>Création des liens : {done} sur {total}</translation>
    </message>
    <message>
        <source>Sharing space: {done} of {total}</source>
        <translation>Partage de l’espace : {done} sur {total}</translation>
    </message>
    <message>
        <source>{photos} renamed.</source>
        <translation>Renommage terminé : {photos}.</translation>
    </message>
    <message>
        <source>Rename undone ({photos}).</source>
        <translation>Renommage annulé ({photos}).</translation>
    </message>
    <message>
        <source>{photos} replaced by hard links.</source>
        <translation>Remplacement par des liens physiques : {photos}.</translation>
    </message>
    <message>
        <source>{photos}: the space is shared with identical files now.</source>
        <translation>{photos} : l’espace est maintenant partagé avec des fichiers identiques.</translation>
    </message>
    <message>
        <source>{path} could not be renamed ({reason}). It keeps its name.</source>
        <translation>{path} n’a pas pu être renommé ({reason}). Le nom reste.</translation>
    </message>
    <message>
        <source>{path} could not be copied ({reason}).</source>
        <translation>{path} n’a pas pu être copié ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be exported ({reason}).</source>
        <translation>{path} n’a pas pu être exporté ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be replaced by a link ({reason}). It is unchanged.</source>
        <translation>{path} n’a pas pu être remplacé par un lien ({reason}). Le fichier est inchangé.</translation>
    </message>
    <message>
        <source>{path} could not share its space ({reason}). It is unchanged.</source>
        <translation>{path} n’a pas pu partager son espace ({reason}). Le fichier est inchangé.</translation>
    </message>
    <message>
        <source>{path} could not be made a file of its own ({reason}).</source>
        <translation>{path} n’a pas pu redevenir un fichier séparé ({reason}).</translation>
    </message>
    <message>
        <source>{path} could not be moved ({reason}). It is still in its place.</source>
        <translation>{path} n’a pas pu être déplacé ({reason}). Le fichier est toujours à sa place.</translation>
    </message>
    <message>
        <source>Links undone ({photos}).</source>
        <translation>Liens annulés ({photos}).</translation>
    </message>
    <message>
        <source>{path} could not be moved back ({reason}). It is still there.</source>
        <translation>{path} n’a pas pu être remis à sa place ({reason}). Le fichier est toujours là-bas.</translation>
    </message>
    <message>
        <source>{path} could not be moved to the trash ({reason}). It was not deleted.</source>
        <translation>{path} n’a pas pu être mis à la corbeille ({reason}). Le fichier n’a pas été supprimé.</translation>
    </message>
    <message>
        <source>{photos} copied to {place}.</source>
        <translation>Copie vers {place} : {photos}.</translation>
    </message>
    <message>
        <source>{photos} exported to {place}.</source>
        <translation>Exportation vers {place} : {photos}.</translation>
    </message>
    <message>
        <source>{photos} moved to the trash.</source>
        <translation>Mise à la corbeille : {photos}.</translation>
    </message>
    <message>
        <source>{photos} moved to {place}.</source>
        <translation>Déplacement vers {place} : {photos}.</translation>
    </message>
    <message>
        <source>{sentence} This also applies to {photos} more.</source>
        <translation>{sentence} Cela concerne aussi {photos} de plus.</translation>
    </message>
</context>
<context>
    <name>photo_actions</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Copier vers</translation>
    </message>
    <message>
        <source>What the code sees</source>
        <translation>Ce que voit le code</translation>
    </message>
    <message>
        <source>Copy to folder…</source>
        <translation>Copier vers un dossier…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>More like {photos}</source>
        <translation>Plus comme {photos}</translation>
    </message>
    <message>
        <source>Less like {photos}</source>
        <translation>Moins comme {photos}</translation>
    </message>
    <message>
        <source>What the code of a photo has kept of it</source>
        <translation>Ce que le code d’une photo a gardé d’elle</translation>
    </message>
    <message>
        <source>Copy {photos} to folder…</source>
        <translation>Copier {photos} vers un dossier…</translation>
    </message>
    <message>
        <source>Move {photos} to folder…</source>
        <translation>Déplacer {photos} vers un dossier…</translation>
    </message>
    <message>
        <source>Rename {photos}…</source>
        <translation>Renommer {photos}…</translation>
    </message>
    <message>
        <source>Export {photos}…</source>
        <translation>Exporter {photos}…</translation>
    </message>
    <message>
        <source>Move {photos} to trash</source>
        <translation>Mettre {photos} à la corbeille</translation>
    </message>
    <message>
        <source>Read {photos} again</source>
        <translation>Relire {photos}</translation>
    </message>
    <message>
        <source>{action} (only the photo on top)</source>
        <translation>{action} (seulement la photo du dessus)</translation>
    </message>
    <message>
        <source>Copy {photos}</source>
        <translation>Copier {photos}</translation>
    </message>
    <message>
        <source>Find similar to {photos}</source>
        <translation>Trouver des photos similaires à {photos}</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Trouver des photos similaires</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Moins comme celle-ci</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Plus comme celle-ci</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>Move to folder…</source>
        <translation>Déplacer vers un dossier…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Ouvrir avec un autre programme</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>Ouvrir avec…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Voir</translation>
    </message>
</context>
<context>
    <name>photo_filter</name>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Paysage</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Focale</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>Ouverture</translation>
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
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Carré</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>With GPS</source>
        <translation>Avec GPS</translation>
    </message>
    <message>
        <source>Without GPS</source>
        <translation>Sans GPS</translation>
    </message>
</context>
<context>
    <name>photo_model</name>
    <message>
        <source>{likeness} · disconnected</source>
        <translation>{likeness} · déconnecté</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>{words} · +{count}</source>
        <translation>{words} · +{count}</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sans date</translation>
    </message>
</context>
<context>
    <name>preview_view</name>
    <message>
        <source>Preview: show it large</source>
        <translation>Aperçu : l’afficher en grand</translation>
    </message>
</context>
<context>
    <name>previews_text</name>
    <message>
        <source>The current model has no previews, so it cannot show what a code has kept of a picture.</source>
        <translation>Le modèle actuel n’a pas d’aperçus : il ne peut pas montrer ce qu’un code a gardé d’une image.</translation>
    </message>
    <message>
        <source>Photos are compared by codes of {count} yes-or-no marks, called bits. The previews are drawn from these bits alone: what you recognise in them is what the code has kept.</source>
        <translation>Les photos sont comparées par des codes de {count} marques oui ou non, les bits. Les aperçus sont dessinés à partir de ces seuls bits : ce que vous y reconnaissez est ce que le code a gardé.</translation>
    </message>
    <message>
        <source>The same without the bits that the model is surest of: what disappears was held by these bits.</source>
        <translation>La même chose sans les bits dont le modèle est le plus sûr : ce qui disparaît était porté par ces bits.</translation>
    </message>
</context>
<context>
    <name>region_picture</name>
    <message>
        <source>Query picture: select a part with the arrow keys and search for it</source>
        <translation>Image recherchée : sélectionnez une partie avec les flèches et cherchez-la</translation>
    </message>
</context>
<context>
    <name>rename_text</name>
    <message>
        <source>A name needs at least one character.</source>
        <translation>Un nom a besoin d’au moins un caractère.</translation>
    </message>
    <message>
        <source>The name contains a character that file names cannot have.</source>
        <translation>Le nom contient un caractère interdit dans les noms de fichiers.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Le nom est trop long.</translation>
    </message>
    <message>
        <source>This name is reserved by Windows.</source>
        <translation>Ce nom est réservé par Windows.</translation>
    </message>
    <message>
        <source>Files whose names begin with a dot are hidden.</source>
        <translation>Les fichiers dont le nom commence par un point sont masqués.</translation>
    </message>
    <message>
        <source>Another file has this name.</source>
        <translation>Un autre fichier porte ce nom.</translation>
    </message>
</context>
<context>
    <name>results_text</name>
    <message>
        <source>1 similar photo</source>
        <translation>1 photo similaire</translation>
    </message>
    <message>
        <source>At least {count} similar photos</source>
        <translation>Au moins {count} photos similaires</translation>
    </message>
    <message>
        <source>No photos match the filters.</source>
        <translation>Aucune photo ne passe les filtres.</translation>
    </message>
    <message>
        <source>No photos within the chosen distance range.</source>
        <translation>Aucune photo dans les distances choisies.</translation>
    </message>
    <message>
        <source>No similar photos</source>
        <translation>Aucune photo similaire</translation>
    </message>
    <message>
        <source>No other similar photos</source>
        <translation>Aucune autre photo similaire</translation>
    </message>
    <message>
        <source>None of {photos} is noticeably similar.</source>
        <translation>Parmi {photos}, aucune n’est nettement similaire.</translation>
    </message>
    <message>
        <source>None of {photos} that match the filters is noticeably similar.</source>
        <translation>Parmi {photos} qui passent les filtres, aucune n’est nettement similaire.</translation>
    </message>
    <message>
        <source>Searched {photos} that match the filters. The others are not noticeably similar.</source>
        <translation>Recherche parmi {photos} qui passent les filtres. Les autres ne sont pas nettement similaires.</translation>
    </message>
    <message>
        <source>Photos that stand out for these words, of {photos}.</source>
        <translation>Photos qui se distinguent pour ces mots, parmi {photos}.</translation>
    </message>
    <message>
        <source>Searched {photos}. The others are not noticeably similar.</source>
        <translation>Recherche parmi {photos}. Les autres ne sont pas nettement similaires.</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>La photothèque est vide.</translation>
    </message>
    <message>
        <source>These are all photos in the library.</source>
        <translation>Ce sont toutes les photos de la photothèque.</translation>
    </message>
    <message>
        <source>These are all photos that match the filters.</source>
        <translation>Ce sont toutes les photos qui passent les filtres.</translation>
    </message>
    <message>
        <source>Within the chosen distance range.</source>
        <translation>Dans les distances choisies.</translation>
    </message>
    <message>
        <source>{count} similar photos</source>
        <translation>{count} photos similaires</translation>
    </message>
</context>
<context>
    <name>root_menu</name>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Exclude from library…</source>
        <translation>Exclure de la photothèque…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>Afficher les photos</translation>
    </message>
    <message>
        <source>Search in this folder</source>
        <translation>Chercher dans ce dossier</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Réanalyser</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Locate moved folder…</source>
        <translation>Localiser le dossier déplacé…</translation>
    </message>
    <message>
        <source>Failed photos ({count})</source>
        <translation>Photos en échec ({count})</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>root_state</name>
    <message>
        <source>Disconnected</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Indexing · {percent} %</source>
        <translation>Indexation · {percent} %</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Paused. Not scanned until you resume it.</source>
        <translation>Suspendu. Ne sera analysé qu’après la reprise.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Retrait…</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Analyse…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en attente</translation>
    </message>
</context>
<context>
    <name>saved_search_list</name>
    <message>
        <source>Saved searches: rename</source>
        <translation>Recherches gardées : renommer</translation>
    </message>
    <message>
        <source>Saved searches: search again</source>
        <translation>Recherches gardées : chercher de nouveau</translation>
    </message>
</context>
<context>
    <name>search_text</name>
    <message>
        <source>Counter-example</source>
        <translation>Contre-exemple</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Photos like the pasted picture</source>
        <translation>Photos comme l’image collée</translation>
    </message>
    <message>
        <source>Photos like these {count}</source>
        <translation>Photos comme ces {count}</translation>
    </message>
    <message>
        <source>Photos like this part of the picture</source>
        <translation>Photos comme cette partie de l’image</translation>
    </message>
    <message>
        <source>Photos of “{words}”</source>
        <translation>Photos de « {words} »</translation>
    </message>
    <message>
        <source>Photos like {name}</source>
        <translation>Photos comme {name}</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Cette photo</translation>
    </message>
    <message>
        <source>{sentence} Searching for the other pictures.</source>
        <translation>{sentence} La recherche continue avec les autres images.</translation>
    </message>
    <message>
        <source>{title}, excluding {count}</source>
        <translation>{title}, sans {count}</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A network in {folder} gives invalid results ({detail}). Get it again from its source.</source>
        <translation>Un réseau dans {folder} donne des résultats invalides ({detail}). Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>A network in {folder} is not of the kind that Lookalike exports ({detail}) and was not run. Use only models that Lookalike exported.</source>
        <translation>Un réseau dans {folder} n’est pas de ceux que Lookalike exporte ({detail}) et n’a pas été exécuté. N’utilisez que des modèles exportés par Lookalike.</translation>
    </message>
    <message>
        <source>A retraining of the library {library} is already running. Wait for it or stop it first.</source>
        <translation>Un entraînement de la photothèque {library} est déjà en cours. Attendez sa fin ou arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Another model is being imported into the library {library}. Wait until it is finished.</source>
        <translation>Un autre modèle est en cours d’importation dans la photothèque {library}. Attendez la fin.</translation>
    </message>
    <message>
        <source>Another process is changing the library {library}. Wait until it is finished.</source>
        <translation>Un autre processus modifie la photothèque {library}. Attendez sa fin.</translation>
    </message>
    <message>
        <source>Comparing models needs at least {needed} photos, and the library has {photos}. Index more first.</source>
        <translation>Comparer des modèles demande au moins {needed} photos, et la photothèque a {photos}. Indexez-en d’abord davantage.</translation>
    </message>
    <message>
        <source>Training needs a component that is not installed ({missing}). To add it, run: {command} (a download of about {download_gb} GB, which takes {disk_gb} GB on disk). Or train quickly, which needs none (--quick).</source>
        <translation>L’entraînement a besoin d’un composant qui n’est pas installé ({missing}). Pour l’ajouter, lancez : {command} (un téléchargement d’environ {download_gb} Go, qui occupe {disk_gb} Go sur le disque). Ou entraînez rapidement, sans aucun composant (--quick).</translation>
    </message>
    <message>
        <source>Edited copies are found as well as before.</source>
        <translation>Les copies retouchées sont aussi bien trouvées qu’avant.</translation>
    </message>
    <message>
        <source>Edited copies found</source>
        <translation>Copies retouchées trouvées</translation>
    </message>
    <message>
        <source>Finding edited copies could not be measured.</source>
        <translation>La recherche des copies retouchées n’a pas pu être mesurée.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere could not be measured.</source>
        <translation>La recherche des photos étrangères n’a pas pu être mesurée.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse, which is a lot.</source>
        <translation>La recherche des photos étrangères est moins bonne de {share} %, ce qui est beaucoup.</translation>
    </message>
    <message>
        <source>Finding photos from elsewhere is {share} % worse.</source>
        <translation>La recherche des photos étrangères est moins bonne de {share} %.</translation>
    </message>
    <message>
        <source>Folders cannot be watched for new photos ({detail}). Rescan (F5) to find them.</source>
        <translation>Les dossiers ne peuvent pas être surveillés ({detail}). Réanalysez (F5) pour trouver les nouvelles photos.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before, which is too many.</source>
        <translation>Il ne trouve plus {share} % des copies retouchées trouvées auparavant, ce qui est trop.</translation>
    </message>
    <message>
        <source>It no longer finds {share} % of the edited copies that were found before.</source>
        <translation>Il ne trouve plus {share} % des copies retouchées trouvées auparavant.</translation>
    </message>
    <message>
        <source>Near-duplicates still found</source>
        <translation>Quasi-doublons encore trouvés</translation>
    </message>
    <message>
        <source>Overall, the new model is worse. We recommend keeping the current one.</source>
        <translation>Dans l’ensemble, le nouveau modèle est moins bon. Nous recommandons de garder l’actuel.</translation>
    </message>
    <message>
        <source>Photos from elsewhere</source>
        <translation>Photos étrangères</translation>
    </message>
    <message>
        <source>Photos from elsewhere are found as well as before.</source>
        <translation>Les photos étrangères sont aussi bien trouvées qu’avant.</translation>
    </message>
    <message>
        <source>Related photos found</source>
        <translation>Photos apparentées trouvées</translation>
    </message>
    <message>
        <source>The description of the model in {folder} is not valid ({detail}). Get it again from its source.</source>
        <translation>La description du modèle dans {folder} n’est pas valide ({detail}). Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>The library has no model {model_id}. 'lookalike model list' lists its models.</source>
        <translation>La photothèque n’a pas de modèle {model_id}. 'lookalike model list' liste ses modèles.</translation>
    </message>
    <message>
        <source>The library {library} can only be read, so nothing in it can be changed. Copy it to a folder that you can write.</source>
        <translation>La photothèque {library} est en lecture seule : rien ne peut y être modifié. Copiez-la dans un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>The library {library} cannot be written ({detail}). Check the free space and the permissions of its folder.</source>
        <translation>La photothèque {library} ne peut pas être écrite ({detail}). Vérifiez l’espace libre et les droits de son dossier.</translation>
    </message>
    <message>
        <source>The library {library} has codes of the model {library_model}, but {running_model} is running. Index the library to update its codes.</source>
        <translation>La photothèque {library} a des codes du modèle {library_model}, mais {running_model} est en service. Indexez la photothèque pour mettre à jour ses codes.</translation>
    </message>
    <message>
        <source>The library {library} is damaged ({detail}). Move its folder away and index again; your photos are not affected.</source>
        <translation>La photothèque {library} est endommagée ({detail}). Déplacez son dossier ailleurs et indexez de nouveau ; vos photos ne sont pas touchées.</translation>
    </message>
    <message>
        <source>The library {library} was written by a newer version of Lookalike. Update the program.</source>
        <translation>La photothèque {library} a été écrite par une version plus récente de Lookalike. Mettez le programme à jour.</translation>
    </message>
    <message>
        <source>The model in {folder} lacks {detail}. Get it again from its source.</source>
        <translation>Il manque {detail} au modèle dans {folder}. Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>The model in {folder} needs a newer version of Lookalike. Update the program.</source>
        <translation>Le modèle dans {folder} demande une version plus récente de Lookalike. Mettez le programme à jour.</translation>
    </message>
    <message>
        <source>The model {model_id} is in use or is the default model and cannot be deleted. Use another one first.</source>
        <translation>Le modèle {model_id} est utilisé ou est le modèle par défaut, et ne peut pas être supprimé. Utilisez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>The network in {folder} cannot be run ({detail}). Get it again from its source.</source>
        <translation>Le réseau dans {folder} ne peut pas être exécuté ({detail}). Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>The network in {folder} does not match its description. Get it again from its source.</source>
        <translation>Le réseau dans {folder} ne correspond pas à sa description. Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>The new model does not clearly find more related photos in this library. We recommend keeping the current one.</source>
        <translation>Le nouveau modèle ne trouve pas nettement plus de photos apparentées dans cette photothèque. Nous recommandons de garder l’actuel.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library but is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>Le nouveau modèle trouve plus de photos apparentées dans cette photothèque, mais il est nettement moins bon pour les photos étrangères. Utilisez-le si vous cherchez avec des photos de cette photothèque.</translation>
    </message>
    <message>
        <source>The new model finds more related photos in this library. We recommend using it.</source>
        <translation>Le nouveau modèle trouve plus de photos apparentées dans cette photothèque. Nous recommandons de l’utiliser.</translation>
    </message>
    <message>
        <source>The output cannot be written ({detail}). Send it to another place.</source>
        <translation>La sortie ne peut pas être écrite ({detail}). Envoyez-la ailleurs.</translation>
    </message>
    <message>
        <source>The retraining of the library {library} was stopped elsewhere. Its progress is kept; start it again with the same options to resume.</source>
        <translation>L’entraînement de la photothèque {library} a été arrêté ailleurs. Son avancement est conservé ; relancez-le avec les mêmes options pour reprendre.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({detail}). Correct or delete the file.</source>
        <translation>Les paramètres dans {path} ne sont pas utilisables ({detail}). Corrigez ou supprimez le fichier.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (exit code {exit_code}). Nothing is lost; start it again.</source>
        <translation>La tâche s’est arrêtée de façon inattendue (code de sortie {exit_code}). Rien n’est perdu ; relancez-la.</translation>
    </message>
    <message>
        <source>The training component could not be installed ({detail}). Check the network and the free space, and try again.</source>
        <translation>Le composant d’entraînement n’a pas pu être installé ({detail}). Vérifiez le réseau et l’espace libre, puis réessayez.</translation>
    </message>
    <message>
        <source>There is no library in {library}. Check the path. 'lookalike index FOLDER --library {library}' makes one.</source>
        <translation>Il n’y a pas de photothèque dans {library}. Vérifiez le chemin. 'lookalike index FOLDER --library {library}' en crée une.</translation>
    </message>
    <message>
        <source>There is no library yet. Run 'lookalike index FOLDER' to make one.</source>
        <translation>Il n’y a pas encore de photothèque. 'lookalike index FOLDER' en crée une.</translation>
    </message>
    <message>
        <source>Training failed: {detail}</source>
        <translation>L’entraînement a échoué : {detail}</translation>
    </message>
    <message>
        <source>The library {library} is open in another window, which does not answer. Close that window, on this computer or on another that uses this library, and try again.</source>
        <translation>La photothèque {library} est ouverte dans une autre fenêtre, qui ne répond pas. Fermez cette fenêtre, sur cet ordinateur ou sur un autre qui utilise cette photothèque, puis réessayez.</translation>
    </message>
    <message>
        <source>Words cannot be searched for: {path} is missing or damaged ({detail}). Install Lookalike again.</source>
        <translation>La recherche par mots est impossible : {path} est absent ou endommagé ({detail}). Réinstallez Lookalike.</translation>
    </message>
    <message>
        <source>The model in use does not know words: it reads photos by another network ({detail}). Use the default model, or one that was trained from it.</source>
        <translation>Le modèle utilisé ne connaît pas les mots : il lit les photos avec un autre réseau ({detail}). Utilisez le modèle par défaut, ou un modèle entraîné à partir de lui.</translation>
    </message>
    <message>
        <source>No word of '{detail}' is known. Type what the photos show, in English or Chinese.</source>
        <translation>Aucun mot de « {detail} » n’est connu. Saisissez ce que montrent les photos, en anglais ou en chinois.</translation>
    </message>
    <message>
        <source>{path} is not there any more. Connect its drive or card again, and repeat the check.</source>
        <translation>{path} n’est plus là. Reconnectez son disque ou sa carte, et recommencez la vérification.</translation>
    </message>
    <message>
        <source>The model {model_id} has an image encoder of your own, which thorough training cannot continue. Train quickly, or switch to another model first.</source>
        <translation>Le modèle {model_id} a votre propre encodeur d’images, que l’entraînement approfondi ne peut pas poursuivre. Entraînez rapidement, ou passez d’abord à un autre modèle.</translation>
    </message>
    <message>
        <source>Codes of {bits} bits cannot be made with the model in use, which describes each photo by {numbers} numbers. Choose {longest} bits, or switch to another model first.</source>
        <translation>Des codes de {bits} bits sont impossibles avec le modèle utilisé, qui décrit chaque photo par {numbers} nombres. Choisissez {longest} bits, ou passez d’abord à un autre modèle.</translation>
    </message>
    <message>
        <source>Training needs at least {needed} photos, and there are {photos}. Choose or index more.</source>
        <translation>L’entraînement demande au moins {needed} photos, et il y en a {photos}. Choisissez-en ou indexez-en davantage.</translation>
    </message>
    <message>
        <source>Building a model needs at least {needed} photos, and {folder} has {photos} that can be read ({broken} cannot). Choose a folder with more; 2,000 photos of all kinds are better.</source>
        <translation>Créer un modèle demande au moins {needed} photos, et {folder} en a {photos} de lisibles ({broken} ne le sont pas). Choisissez un dossier qui en a plus ; 2 000 photos de toutes sortes valent mieux.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB of memory, and {free_mb} MB are free. Close other programs or train without previews.</source>
        <translation>L’entraînement demande {needed_mb} Mo de mémoire, et {free_mb} Mo sont libres. Fermez d’autres programmes ou entraînez sans aperçus.</translation>
    </message>
    <message>
        <source>Training needs {needed_mb} MB on the disk of {library}, and {free_mb} MB are free. Free some space or train without previews.</source>
        <translation>L’entraînement demande {needed_mb} Mo sur le disque de {library}, et {free_mb} Mo sont libres. Libérez de l’espace ou entraînez sans aperçus.</translation>
    </message>
    <message>
        <source>The training component cannot be removed while a training or its installation runs. Wait for its end, or stop it, and try again.</source>
        <translation>Le composant d’entraînement ne peut pas être supprimé pendant un entraînement ou son installation. Attendez la fin ou arrêtez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The training component in {folder} cannot be deleted. Check that you may write there, and try again.</source>
        <translation>Le composant d’entraînement dans {folder} ne peut pas être supprimé. Vérifiez que vous pouvez y écrire, puis réessayez.</translation>
    </message>
    <message>
        <source>The training component was installed with pip, beside other packages. To remove its largest part, run: {command}</source>
        <translation>Le composant d’entraînement a été installé avec pip, à côté d’autres paquets. Pour en supprimer la plus grande partie, exécutez : {command}</translation>
    </message>
    <message>
        <source>Photos of the same folder found</source>
        <translation>Photos du même dossier trouvées</translation>
    </message>
    <message>
        <source>Unique codes</source>
        <translation>Codes uniques</translation>
    </message>
    <message>
        <source>You preferred the current model here. We recommend keeping it.</source>
        <translation>Vous avez préféré ici le modèle actuel. Nous recommandons de le garder.</translation>
    </message>
    <message>
        <source>There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them.</source>
        <translation>Il n’y a pas de fragments dans {path}. « lookalike cluster index MANIFEST --out {path} » les crée.</translation>
    </message>
    <message>
        <source>The archive {path} was written by a newer version of Lookalike. Update the program.</source>
        <translation>L’archive {path} a été écrite par une version plus récente de Lookalike. Mettez le programme à jour.</translation>
    </message>
    <message>
        <source>The codes of the archive {path} are not collected, or it has new shards. 'lookalike cluster collect {path}' collects them.</source>
        <translation>Les codes de l’archive {path} ne sont pas rassemblés, ou elle a de nouveaux fragments. « lookalike cluster collect {path} » les rassemble.</translation>
    </message>
    <message>
        <source>{path} was made of another manifest or with another model. Choose a new folder for the archive, or the manifest and the model that it was made with.</source>
        <translation>{path} a été créé à partir d’un autre manifeste ou avec un autre modèle. Choisissez un nouveau dossier pour l’archive, ou le manifeste et le modèle avec lesquels elle a été créée.</translation>
    </message>
    <message>
        <source>The archive {path} was made with a model that is not here ({detail}). You can browse it. To search it, import this model into a library, and open the archive again.</source>
        <translation>L’archive {path} a été créée avec un modèle qui n’est pas ici ({detail}). Vous pouvez la parcourir. Pour y chercher, importez ce modèle dans une bibliothèque et rouvrez l’archive.</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Delete it, and index the manifest again: only what is missing is read.</source>
        <translation>{path} est endommagé ({detail}). Supprimez-le et indexez de nouveau le manifeste : seul ce qui manque est lu.</translation>
    </message>
    <message>
        <source>The archive {path} was compacted after it was opened here. Open it again, or run the command again.</source>
        <translation>L’archive {path} a été compactée après son ouverture ici. Rouvrez-la, ou relancez la commande.</translation>
    </message>
    <message>
        <source>{path} cannot be read now ({detail}). Check that its storage is connected and may be read, and try again.</source>
        <translation>{path} ne peut pas être lu pour le moment ({detail}). Vérifiez que son support est connecté et lisible, puis réessayez.</translation>
    </message>
    <message>
        <source>Archives need the package {package}. Run 'pip install "lookalike[cluster]"' to add it.</source>
        <translation>Les archives nécessitent le paquet {package}. Exécutez « pip install "lookalike[cluster]" » pour l’ajouter.</translation>
    </message>
    <message>
        <source>You preferred the new model here, but it is clearly worse for photos from elsewhere. Use it if you search with photos of this library.</source>
        <translation>Vous avez préféré ici le nouveau modèle, mais il est nettement moins bon pour les photos étrangères. Utilisez-le si vous cherchez avec des photos de cette photothèque.</translation>
    </message>
    <message>
        <source>You preferred the new model here. We recommend using it.</source>
        <translation>Vous avez préféré ici le nouveau modèle. Nous recommandons de l’utiliser.</translation>
    </message>
    <message>
        <source>memory.npy of the model in {folder} is not a table of descriptors ({detail}). Get it again from its source.</source>
        <translation>memory.npy du modèle dans {folder} n’est pas un tableau de descripteurs ({detail}). Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>{detail} is a link. Lookalike does not open links; save the picture first.</source>
        <translation>{detail} est un lien. Lookalike n’ouvre pas les liens ; enregistrez d’abord l’image.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} is too large. Get it again from its source.</source>
        <translation>{detail} du modèle dans {folder} est trop grand. Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>{detail} of the model in {folder} was changed or damaged. Get it again from its source.</source>
        <translation>{detail} du modèle dans {folder} a été modifié ou endommagé. Récupérez-le de nouveau à sa source.</translation>
    </message>
    <message>
        <source>{folders} cannot be read. Check its permissions.</source>
        <translation>Illisible : {folders}. Vérifiez les droits d’accès.</translation>
    </message>
    <message>
        <source>{folders} is disconnected; its photos stay searchable.</source>
        <translation>Déconnecté : {folders} ; les photos restent trouvables.</translation>
    </message>
    <message>
        <source>{folders} lies too deep to be read: its path is too long. Move it up.</source>
        <translation>Trop profond pour être lu, le chemin étant trop long : {folders}. Déplacez vers un niveau supérieur.</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({detail}). Check its name and permissions.</source>
        <translation>{folder} ne peut pas être lu ({detail}). Vérifiez son nom et ses droits d’accès.</translation>
    </message>
    <message>
        <source>{folder} contains files that do not belong to a model ({detail}). Export the model again from its source.</source>
        <translation>{folder} contient des fichiers étrangers à un modèle ({detail}). Exportez de nouveau le modèle depuis sa source.</translation>
    </message>
    <message>
        <source>{folder} is not a model file or is damaged ({detail}). Export the model again from its source.</source>
        <translation>{folder} n’est pas un fichier de modèle ou est endommagé ({detail}). Exportez de nouveau le modèle depuis sa source.</translation>
    </message>
    <message>
        <source>{path} and the library folder {other} overlap. Choose a separate folder.</source>
        <translation>{path} et le dossier {other} de la photothèque se recouvrent. Choisissez un dossier séparé.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({detail}). Check its permissions.</source>
        <translation>{path} ne peut pas être lu ({detail}). Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({detail}). Choose another place or free some space.</source>
        <translation>{path} ne peut pas être écrit ({detail}). Choisissez un autre endroit ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>{path} contains zeros instead of a photo. Copy it again from its source.</source>
        <translation>{path} contient des zéros au lieu d’une photo. Copiez-le de nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{path} crashes the picture decoder and is skipped. Save it again in another program.</source>
        <translation>{path} fait planter le décodeur d’images et est ignoré. Enregistrez-le de nouveau dans un autre programme.</translation>
    </message>
    <message>
        <source>{path} does not contain the photos of {root}: {found} of {looked_for} were found. Choose the folder that {root} was moved to. Nothing was changed.</source>
        <translation>{path} ne contient pas les photos de {root} : {found} sur {looked_for} ont été trouvées. Choisissez le dossier où {root} a été déplacé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or deleted.</source>
        <translation>{path} n’existe pas. Il a peut-être été déplacé ou supprimé.</translation>
    </message>
    <message>
        <source>{path} has the format {detail}, which Lookalike does not read. Save it as JPEG, PNG or TIFF.</source>
        <translation>{path} est au format {detail}, que Lookalike ne lit pas. Enregistrez-le en JPEG, PNG ou TIFF.</translation>
    </message>
    <message>
        <source>{path} has {detail} pixels, more than can be decoded safely. Save a smaller copy.</source>
        <translation>{path} a {detail} pixels, plus qu’il n’est sûr de décoder. Enregistrez une copie plus petite.</translation>
    </message>
    <message>
        <source>{path} is a RAW file without a readable preview. Export it as JPEG or DNG.</source>
        <translation>{path} est un fichier RAW sans aperçu lisible. Exportez-le en JPEG ou DNG.</translation>
    </message>
    <message>
        <source>{path} is a device or another special file, not a picture.</source>
        <translation>{path} est un périphérique ou un autre fichier spécial, pas une image.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a picture in it.</source>
        <translation>{path} est un dossier. Choisissez une image qu’il contient.</translation>
    </message>
    <message>
        <source>{path} is a hidden file. Rename it to index it.</source>
        <translation>{path} est un fichier masqué. Renommez-le pour l’indexer.</translation>
    </message>
    <message>
        <source>{path} is a web page, although it is named like a photo. Download the photo again.</source>
        <translation>{path} est une page web, bien que son nom soit celui d’une photo. Téléchargez de nouveau la photo.</translation>
    </message>
    <message>
        <source>{path} is damaged and cannot be decoded. Copy it again from its source.</source>
        <translation>{path} est endommagé et ne peut pas être décodé. Copiez-le de nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{path} is empty. Copy the photo again from its source.</source>
        <translation>{path} est vide. Copiez de nouveau la photo depuis sa source.</translation>
    </message>
    <message>
        <source>{path} is empty. Send a picture, as in 'lookalike search - &lt; beach.jpg'.</source>
        <translation>{path} est vide. Envoyez une image, comme dans 'lookalike search - &lt; beach.jpg'.</translation>
    </message>
    <message>
        <source>{path} is incomplete. Copy it again from its source.</source>
        <translation>{path} est incomplet. Copiez-le de nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>{path} is longer than {detail} MB. Save it to a file.</source>
        <translation>{path} dépasse {detail} Mo. Enregistrez-le dans un fichier.</translation>
    </message>
    <message>
        <source>{path} is named like a photo but contains none. Copy the photo again from its source.</source>
        <translation>{path} a le nom d’une photo mais n’en contient pas. Copiez de nouveau la photo depuis sa source.</translation>
    </message>
    <message>
        <source>{path} is not a folder of the library. 'lookalike roots' lists its folders.</source>
        <translation>{path} n’est pas un dossier de la photothèque. 'lookalike roots' liste ses dossiers.</translation>
    </message>
    <message>
        <source>{path} is not a picture.</source>
        <translation>{path} n’est pas une image.</translation>
    </message>
    <message>
        <source>{path} is not a readable folder. Check its name and permissions.</source>
        <translation>{path} n’est pas un dossier lisible. Vérifiez son nom et ses droits d’accès.</translation>
    </message>
    <message>
        <source>{path} is not among the failed photos, or its folder is disconnected or paused. 'lookalike failures' lists them.</source>
        <translation>{path} n’est pas parmi les photos en échec, ou son dossier est déconnecté ou suspendu. 'lookalike failures' les liste.</translation>
    </message>
    <message>
        <source>{path} is not in the library. Index its folder first.</source>
        <translation>{path} n’est pas dans la photothèque. Indexez d’abord son dossier.</translation>
    </message>
    <message>
        <source>{path} is not read any more.</source>
        <translation>{path} n’est plus lu.</translation>
    </message>
    <message>
        <source>{path} is too large for a photo ({detail} GB).</source>
        <translation>{path} est trop grand pour une photo ({detail} Go).</translation>
    </message>
    <message>
        <source>{path} is too small to be a photo ({detail} pixels).</source>
        <translation>{path} est trop petit pour une photo ({detail} pixels).</translation>
    </message>
    <message>
        <source>{path} needs too much memory and is skipped. Save a smaller copy.</source>
        <translation>{path} demande trop de mémoire et est ignoré. Enregistrez une copie plus petite.</translation>
    </message>
    <message>
        <source>{path} takes too long to decode and is skipped. Save it again in another program.</source>
        <translation>{path} est trop long à décoder et est ignoré. Enregistrez-le de nouveau dans un autre programme.</translation>
    </message>
    <message>
        <source>{path} was skipped because of an unexpected error ({detail}). Please report it.</source>
        <translation>{path} a été ignoré à cause d’une erreur inattendue ({detail}). Merci de la signaler.</translation>
    </message>
    <message>
        <source>{pattern} is not among the patterns. 'lookalike exclude list' lists them.</source>
        <translation>{pattern} n’est pas parmi les motifs. 'lookalike exclude list' les liste.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a valid pattern. Use the syntax of .gitignore, such as *.tmp or Drafts/.</source>
        <translation>« {pattern} » n’est pas un motif valide. Utilisez la syntaxe de .gitignore, comme *.tmp ou Brouillons/.</translation>
    </message>
    <message>
        <source>The library {library} was damaged. It was opened from its backup of {time}; the damaged file is kept in {aside}. Photos that were indexed since come back when you index again.</source>
        <translation>La photothèque {library} était endommagée. Elle a été ouverte à partir de sa sauvegarde de {time} ; le fichier endommagé est conservé dans {aside}. Les photos indexées depuis reviennent quand vous indexez de nouveau.</translation>
    </message>
    <message>
        <source>The library {library} has no backup that can be restored. 'lookalike library backup' makes one.</source>
        <translation>La photothèque {library} n’a pas de sauvegarde à restaurer. 'lookalike library backup' en crée une.</translation>
    </message>
    <message>
        <source>The library has no backup {name}. 'lookalike library backups' lists its backups.</source>
        <translation>La photothèque n’a pas de sauvegarde {name}. 'lookalike library backups' liste ses sauvegardes.</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged ({detail}). 'lookalike library backups' lists others.</source>
        <translation>La sauvegarde {backup} est endommagée ({detail}). 'lookalike library backups' en liste d’autres.</translation>
    </message>
    <message>
        <source>{path} is a link, or not what Lookalike puts there. Inside a library, no link is followed: put the file or folder itself there, or delete the link.</source>
        <translation>{path} est un lien, ou n’est pas ce que Lookalike y met. Dans une photothèque, aucun lien n’est suivi : mettez-y le fichier ou le dossier lui-même, ou supprimez le lien.</translation>
    </message>
    <message>
        <source>The model {detail} cannot compute a code of {path}. Switch to another model.</source>
        <translation>Le modèle {detail} ne peut pas calculer de code pour {path}. Passez à un autre modèle.</translation>
    </message>
</context>
<context>
    <name>sort_button</name>
    <message>
        <source>A to Z</source>
        <translation>De A à Z</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Date d’ajout</translation>
    </message>
    <message>
        <source>Date taken</source>
        <translation>Date de prise de vue</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <source>First added first</source>
        <translation>Premières ajoutées d’abord</translation>
    </message>
    <message>
        <source>Folder and name</source>
        <translation>Dossier et nom</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Plus grandes d’abord</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Recently added first</source>
        <translation>Dernières ajoutées d’abord</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Plus petites d’abord</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>De Z à A</translation>
    </message>
</context>
<context>
    <name>spare_menu</name>
    <message>
        <source>Discard all but the suggested</source>
        <translation>Écarter les autres</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Empiler</translation>
    </message>
    <message>
        <source>Show the photos of each group as one, and delete none</source>
        <translation>Afficher les photos de chaque groupe comme une seule, sans en supprimer</translation>
    </message>
</context>
<context>
    <name>stack_actions</name>
    <message>
        <source>Stack</source>
        <translation>Empiler</translation>
    </message>
    <message>
        <source>None of these photos is in a stack.</source>
        <translation>Aucune de ces photos n’est dans une pile.</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>Ouvrir ou fermer la pile</translation>
    </message>
    <message>
        <source>Close the stack</source>
        <translation>Fermer la pile</translation>
    </message>
    <message>
        <source>Show the photos of a stack, or only the one on top</source>
        <translation>Afficher les photos d’une pile, ou seulement celle du dessus</translation>
    </message>
    <message>
        <source>Put on top of the stack</source>
        <translation>Mettre au-dessus de la pile</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>Sortir de la pile</translation>
    </message>
    <message>
        <source>Unstack</source>
        <translation>Désempiler</translation>
    </message>
    <message>
        <source>These photos are a stack already.</source>
        <translation>Ces photos forment déjà une pile.</translation>
    </message>
    <message>
        <source>The photo is on top of its stack now.</source>
        <translation>La photo est maintenant au-dessus de sa pile.</translation>
    </message>
    <message>
        <source>Unstacked {photos}.</source>
        <translation>Piles défaites ({photos}).</translation>
    </message>
    <message>
        <source>Open the stack of {photos}</source>
        <translation>Ouvrir la pile de {photos}</translation>
    </message>
    <message>
        <source>Show the selected photos as one, with the current photo on top</source>
        <translation>Afficher les photos sélectionnées comme une seule, la photo actuelle au-dessus</translation>
    </message>
    <message>
        <source>Let the current photo stand for its stack</source>
        <translation>Laisser la photo actuelle représenter sa pile</translation>
    </message>
    <message>
        <source>Take the selected photos out of their stacks</source>
        <translation>Sortir les photos sélectionnées de leurs piles</translation>
    </message>
    <message>
        <source>Show all photos of the stack on their own</source>
        <translation>Afficher séparément toutes les photos de la pile</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>Mise en pile : {photos}.</translation>
    </message>
    <message>
        <source>Stack {photos}</source>
        <translation>Empiler {photos}</translation>
    </message>
</context>
<context>
    <name>stack_badge</name>
    <message>
        <source>A stack of {photos}, folded: what is done is done with the one on top</source>
        <translation>Une pile de {photos}, repliée : toute action porte sur celle du dessus</translation>
    </message>
    <message>
        <source>On top of a stack of {photos}</source>
        <translation>Au-dessus d’une pile de {photos}</translation>
    </message>
    <message>
        <source>In a stack of {photos}</source>
        <translation>Dans une pile de {photos}</translation>
    </message>
</context>
<context>
    <name>stack_flow</name>
    <message>
        <source>The stacks are as they were before.</source>
        <translation>Les piles sont de nouveau comme avant.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>stacking</name>
    <message>
        <source>Stacked {count} groups.</source>
        <translation>{count} groupes empilés.</translation>
    </message>
    <message>
        <source>Stack 1 group</source>
        <translation>Empiler 1 groupe</translation>
    </message>
    <message>
        <source>These groups are stacks already.</source>
        <translation>Ces groupes sont déjà des piles.</translation>
    </message>
    <message>
        <source>Stack {count} groups</source>
        <translation>Empiler {count} groupes</translation>
    </message>
    <message>
        <source>Stacked {photos}.</source>
        <translation>Mise en pile : {photos}.</translation>
    </message>
</context>
<context>
    <name>telling_apart</name>
    <message>
        <source>Files with the same content are always grouped.</source>
        <translation>Les fichiers de même contenu sont toujours groupés.</translation>
    </message>
    <message>
        <source>{photos} will not be grouped with the others of this group again.</source>
        <translation>{photos} : ne sera plus groupé avec les autres de ce groupe.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Grouped again.</source>
        <translation>De nouveau groupées.</translation>
    </message>
</context>
<context>
    <name>training_text</name>
    <message>
        <source> (codes {codes}, previews {previews})</source>
        <translation> (codes {codes}, aperçus {previews})</translation>
    </message>
    <message>
        <source>Bit balance</source>
        <translation>Équilibre des bits</translation>
    </message>
    <message>
        <source>Bit confidence</source>
        <translation>Certitude des bits</translation>
    </message>
    <message>
        <source>Checking the new model</source>
        <translation>Vérification du nouveau modèle</translation>
    </message>
    <message>
        <source>Code consistency</source>
        <translation>Cohérence des codes</translation>
    </message>
    <message>
        <source>It needs about {size} of memory.</source>
        <translation>Environ {size} de mémoire sont nécessaires.</translation>
    </message>
    <message>
        <source>{learns}, usually in less than a minute.</source>
        <translation>{learns}, en général en moins d’une minute.</translation>
    </message>
    <message>
        <source>Colour layout</source>
        <translation>Répartition des couleurs</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Lecture des photos</translation>
    </message>
    <message>
        <source>Realism</source>
        <translation>Réalisme</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Rétention</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Similarité</translation>
    </message>
    <message>
        <source>Training codes</source>
        <translation>Entraînement des codes</translation>
    </message>
    <message>
        <source>Training previews</source>
        <translation>Entraînement des aperçus</translation>
    </message>
    <message>
        <source>Trains on {chosen} on {device}</source>
        <translation>Entraînement sur {chosen} ({device})</translation>
    </message>
    <message>
        <source>Trains on {photos} of {chosen} on {device}</source>
        <translation>Entraînement sur {photos} des {chosen} ({device})</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Fine-tuning the network</source>
        <translation>Ajustement du réseau</translation>
    </message>
    <message>
        <source>the Apple GPU</source>
        <translation>GPU Apple</translation>
    </message>
    <message>
        <source>the NVIDIA GPU</source>
        <translation>GPU NVIDIA</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>{learns}, for up to {most}; without a limit it would take about {time}{parts}.</source>
        <translation>{learns}, pendant au plus {most} ; sans limite, il faudrait environ {time}{parts}.</translation>
    </message>
    <message>
        <source>{learns}, in about {time}{parts}.</source>
        <translation>{learns}, en environ {time}{parts}.</translation>
    </message>
</context>
<context>
    <name>trash</name>
    <message>
        <source>it was changed since</source>
        <translation>modifié depuis</translation>
    </message>
</context>
<context>
    <name>viewed_pictures</name>
    <message>
        <source>Query picture</source>
        <translation>Image recherchée</translation>
    </message>
</context>
<context>
    <name>viewer_actions</name>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Comparer côte à côte</translation>
    </message>
    <message>
        <source>First photo</source>
        <translation>Première photo</translation>
    </message>
    <message>
        <source>Close, or pause the slideshow</source>
        <translation>Fermer, ou suspendre le diaporama</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Trouver des photos similaires</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Previous photo, or pan when zoomed in</source>
        <translation>Photo précédente, ou déplacer si agrandie</translation>
    </message>
    <message>
        <source>Next photo, or pan when zoomed in</source>
        <translation>Photo suivante, ou déplacer si agrandie</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Enlarge small photos</source>
        <translation>Agrandir les petites photos</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Clignotement</translation>
    </message>
    <message>
        <source>Flicker: switch now</source>
        <translation>Clignotement : permuter maintenant</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diaporama</translation>
    </message>
    <message>
        <source>Slideshow over the whole screen</source>
        <translation>Diaporama en plein écran</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} secondes</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Infos</translation>
    </message>
    <message>
        <source>Last photo</source>
        <translation>Dernière photo</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
    <message>
        <source>Next photo, or pan down when zoomed in</source>
        <translation>Photo suivante, ou vers le bas si agrandie</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Photo précédente</translation>
    </message>
    <message>
        <source>Previous photo, or pan up when zoomed in</source>
        <translation>Photo précédente, ou vers le haut si agrandie</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>All photos</source>
        <translation>Toutes les photos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Copies of photos, side by side</source>
        <translation>Copies de photos, côte à côte</translation>
    </message>
    <message>
        <source>Photos unlike any other in the library</source>
        <translation>Photos sans pareille dans la photothèque</translation>
    </message>
    <message>
        <source>Unusual photos</source>
        <translation>Photos atypiques</translation>
    </message>
</context>
<context>
    <name>window_actions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Photo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>About Lookalike</source>
        <translation>À propos de Lookalike</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Ajouter un dossier de photos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Comparing duplicates</source>
        <translation>Comparaison des doublons</translation>
    </message>
    <message>
        <source>Search by words</source>
        <translation>Rechercher par mots</translation>
    </message>
    <message>
        <source>Type what the photos show</source>
        <translation>Saisir ce que montrent les photos</translation>
    </message>
    <message>
        <source>Fold stacks</source>
        <translation>Replier les piles</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Nouvelle photothèque…</translation>
    </message>
    <message>
        <source>Create another library in a window of its own</source>
        <translation>Créer une autre photothèque dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Open library…</source>
        <translation>Ouvrir une photothèque…</translation>
    </message>
    <message>
        <source>Open another library in a window of its own</source>
        <translation>Ouvrir une autre photothèque dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Open archive…</source>
        <translation>Ouvrir une archive…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Check folder for new photos…</source>
        <translation>Chercher les nouvelles photos d’un dossier…</translation>
    </message>
    <message>
        <source>All models…</source>
        <translation>Tous les modèles…</translation>
    </message>
    <message>
        <source>Show only the photo on top of each stack</source>
        <translation>Afficher seulement la photo du dessus de chaque pile</translation>
    </message>
    <message>
        <source>Open an archive of millions of photos in a window of its own</source>
        <translation>Ouvrir une archive de millions de photos dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Which photos of a folder or memory card are not in the library?</source>
        <translation>Quelles photos d’un dossier ou d’une carte mémoire ne sont pas dans la photothèque ?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Choose which photos to show and search</source>
        <translation>Choisir les photos à afficher et à chercher</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Comparing models</source>
        <translation>Comparaison des modèles</translation>
    </message>
    <message>
        <source>Undo move, rename, trash or stack</source>
        <translation>Annuler un déplacement, un renommage, une mise à la corbeille ou une pile</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide d’utilisation</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Astuces</translation>
    </message>
    <message>
        <source>Exclude files and folders from the library</source>
        <translation>Exclure des fichiers et des dossiers de la photothèque</translation>
    </message>
    <message>
        <source>Excluded files…</source>
        <translation>Fichiers exclus…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Find photos like a picture</source>
        <translation>Trouver les photos comme une image</translation>
    </message>
    <message>
        <source>Find photos like the picture on the clipboard</source>
        <translation>Trouver les photos comme l’image du presse-papiers</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Miniatures plus grandes</translation>
    </message>
    <message>
        <source>Model and retraining</source>
        <translation>Modèle et entraînement</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Query, distances, code lens and lists</source>
        <translation>Image recherchée, distances, loupe du code et listes</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Rescan folders</source>
        <translation>Réanalyser les dossiers</translation>
    </message>
    <message>
        <source>Retrain…</source>
        <translation>Réentraîner…</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Garder la recherche</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Afficher ou masquer la barre latérale</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Miniatures plus petites</translation>
    </message>
    <message>
        <source>Go to the photos</source>
        <translation>Aller aux photos</translation>
    </message>
    <message>
        <source>Go to the photos, from anywhere in the window</source>
        <translation>Aller aux photos, depuis n’importe où dans la fenêtre</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Visionneuse</translation>
    </message>
    <message>
        <source>Watch folders for new photos</source>
        <translation>Surveiller les dossiers</translation>
    </message>
</context>
</TS>
