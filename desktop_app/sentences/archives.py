"""What is wrong with a manifest, an archive or a cluster."""

from __future__ import annotations

from desktop_app.core.archive.errors import (
    ArchiveProblem,
    ClusterPackageError,
    ClusterUnreachableError,
    OtherVersionError,
    WorkerFailedError,
    WorkersLostError,
)
from desktop_app.core.archive_storage.errors import (
    AddressProblem,
    PhotosGoneError,
    StorageGoneError,
    StoragePackageError,
)
from desktop_app.core.base.errors import AppError

ARCHIVE_PROBLEMS = {
    ArchiveProblem.NO_MANIFEST: (
        "There is no manifest in {path}. 'lookalike cluster manifest FOLDER --out {path}' makes"
        " one."
    ),
    ArchiveProblem.BAD_MANIFEST: (
        "{path} is damaged ({detail}). Make the manifest again, in another folder."
    ),
    ArchiveProblem.NEWER_MANIFEST: (
        "The manifest {path} was written by a newer version of Lookalike. Update the program."
    ),
    ArchiveProblem.MANIFEST_EXISTS: "{path} is not empty. Choose a new folder for the manifest.",
    ArchiveProblem.NO_SUCH_SHARD: "The manifest {path} has no shard {detail}. Choose one of them.",
    ArchiveProblem.NO_ARCHIVE: (
        "There are no shards in {path}. 'lookalike cluster index MANIFEST --out {path}' makes them."
    ),
    ArchiveProblem.NEWER_ARCHIVE: (
        "The archive {path} was written by a newer version of Lookalike. Update the program."
    ),
    ArchiveProblem.NO_CODES: (
        "The codes of the archive {path} are not collected, or it has new shards. 'lookalike"
        " cluster collect {path}' collects them."
    ),
    ArchiveProblem.OTHER_DESCRIPTORS: (
        "The photos in {path} were read by another network than the library's. Import the archive"
        " into another library, or switch the library to a model that was made of that network."
    ),
    ArchiveProblem.OTHER_SOURCE: (
        "{path} was made of another manifest or with another model. Choose a new folder for the"
        " archive, or the manifest and the model that it was made with."
    ),
    ArchiveProblem.OTHER_MODEL: (
        "The archive {path} was made with a model that is not here ({detail}). You can browse it."
        " To search it, import this model into a library, and open the archive again."
    ),
    ArchiveProblem.OTHER_NETWORK: (
        "The network of the model {detail} is not the one that has described the photos in {path}:"
        " codes cannot be computed without reading the photos. Train a model with 'lookalike train"
        " --archive {path}', without --fine-tune, or index the manifest into a new folder with this"
        " model."
    ),
    ArchiveProblem.UNKNOWN_MODEL: (
        "The model {detail} is neither in the archive {path} nor in the program. Name its folder"
        " with --model."
    ),
    ArchiveProblem.NOT_IN_USE: (
        "The model {detail} is not in use in the archive {path}. Leave --model out, or switch to it"
        " with 'lookalike cluster collect {path} --model {detail}'."
    ),
    ArchiveProblem.NOT_RECODED: (
        "Shards of the archive {path} lack the codes of the model {detail}. 'lookalike cluster"
        " recode {path} --model {detail}' computes them, without reading photos."
    ),
    ArchiveProblem.NO_SHARD: "The archive {path} has no shard {detail}. Choose one that it has.",
    ArchiveProblem.BAD_CODES: (
        "{path} is damaged ({detail}). Delete it, and run 'lookalike cluster recode' again: only"
        " what is missing is computed."
    ),
    ArchiveProblem.CHANGED: (
        "{path} has changed since the command was started, or is another folder for a worker of the"
        " cluster. Run the command again."
    ),
    ArchiveProblem.COMPACTED: (
        "The archive {path} was compacted after it was opened here. Open it again, or run the"
        " command again."
    ),
    ArchiveProblem.BUSY: (
        "{path} is being changed by another command. Wait until that is done, and run the command"
        " again."
    ),
    ArchiveProblem.BAD_SHARD: (
        "{path} is damaged ({detail}). Delete it, and index the manifest again: only what is"
        " missing is read."
    ),
    ArchiveProblem.BAD_REMOVED: (
        "{path}, the list of removed photos, is damaged ({detail}). Delete it, and run 'lookalike"
        " cluster update' again: it finds out anew which photos are gone."
    ),
    ArchiveProblem.UNREADABLE: (
        "{path} cannot be read now ({detail}). Check that its storage is connected and may be read,"
        " and try again."
    ),
    ArchiveProblem.UNWRITABLE: (
        "{path} cannot be written ({detail}). Check the free space and the permissions of its"
        " folder, and run the command again: it continues where it was."
    ),
}

ADDRESS_PROBLEMS = {
    AddressProblem.UNKNOWN_SCHEME: (
        "Lookalike reads no photos at {path}. Give a folder, or an address that begins with s3://,"
        " gs://, abfs:// or sftp://."
    ),
    AddressProblem.PASSWORD: (
        "The address {path} was given with a password, which the manifest would show to everybody."
        " Give it without, and keep the password where the tools of that storage look for it."
    ),
    AddressProblem.NOT_PLAIN: (
        "{path} is not the address of a folder. Give one such as s3://bucket/photos, without '..',"
        " '::', '?', '#' and empty names."
    ),
    AddressProblem.NOTHING_THERE: (
        "There are no photos at {path} ({detail}). Check the name of the bucket and of the folder."
    ),
    AddressProblem.DENIED: (
        "{path} may not be listed ({detail}). Check the credentials on this machine, such as those"
        " in ~/.aws, and what they allow."
    ),
    AddressProblem.NO_FOLDER: (
        "The photos of this archive are at {path}, which is no folder, so no library can have them."
        " Search the archive itself: 'lookalike cluster search' does, and its window."
    ),
    AddressProblem.FOLDER_NEEDED: (
        "{path} is an address. A manifest and an archive are folders: name one here. To keep it at"
        " an address, copy the folder there and back, as 'aws s3 sync' does."
    ),
    AddressProblem.NO_ANSWER: (
        "{path} does not answer ({detail}). Check the network and the address of the service, and"
        " run the command again: it continues where it was."
    ),
}

WORKER_LEFT_OUT = "The worker at {host} gets no more work. {problem}"

# Those of an archive that is only read, which the window shows, too.
OPENED_ARCHIVE_PROBLEMS = (
    ArchiveProblem.NO_ARCHIVE,
    ArchiveProblem.NEWER_ARCHIVE,
    ArchiveProblem.NO_CODES,
    ArchiveProblem.OTHER_SOURCE,
    ArchiveProblem.OTHER_MODEL,
    ArchiveProblem.BAD_SHARD,
    ArchiveProblem.COMPACTED,
    ArchiveProblem.UNREADABLE,
)

CLUSTER_ERRORS: dict[type[AppError], str] = {
    ClusterPackageError: (
        "Archives need the package {package}. Run 'pip install \"lookalike[cluster]\"' to add it."
    ),
    ClusterUnreachableError: (
        "The cluster at {address} does not answer ({detail}). Check that its scheduler runs, and"
        " run the command again: it continues where it was."
    ),
    WorkerFailedError: (
        "A worker of the cluster cannot do its work ({detail}). Check that all machines have the"
        " same version of Lookalike with the extra 'cluster', and run the command again."
    ),
    OtherVersionError: (
        "It has {theirs}, and this machine has {ours}. Install the same versions on all machines of"
        " the cluster."
    ),
    WorkersLostError: (
        "Shard {shard} has ended its workers again, although each of its files can be read alone."
        " Give the workers more memory, and run the command again: it continues where it was."
    ),
    StoragePackageError: (
        "Photos at {address} need another package. Run 'pip install \"{package}\"' to add it, on"
        " each machine that reads them."
    ),
    StorageGoneError: (
        "{path} is not there, or is empty. Connect its storage, and run the command again: it"
        " continues where it was."
    ),
    PhotosGoneError: (
        "None of the photos of {path} is there. Connect its storage, and update again. If you have"
        " moved or deleted them all, update with '--gone {path}'."
    ),
}
