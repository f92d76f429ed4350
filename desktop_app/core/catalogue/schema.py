"""The tables of the catalogue, and what their columns hold.

Never edit a released migration; append a new one.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

# What the columns may hold, as `read_rows` checks it: a library may come from a stranger.
MAX_PHOTO_ID = 2**27  # arrays are made that are as long
PhotoId = Annotated[int, Meta(ge=1, le=MAX_PHOTO_ID)]
RootId = Annotated[int, Meta(ge=1, le=2**31)]
Count = Annotated[int, Meta(ge=0)]
Flag = Annotated[int, Meta(ge=0, le=1)]
State = Literal["pending", "indexed", "failed", "ignored"]
Missing = Literal[0, 1, 2]
Side = Annotated[int, Meta(ge=1, le=2**31)]
Colour = Annotated[int, Meta(ge=0, le=0xFFFFFF)]
Fingerprints = Annotated[bytes, Meta(min_length=8, max_length=16)]
ContentHash = Annotated[bytes, Meta(min_length=16, max_length=16)]
TakenAt = Annotated[  # where it is known
    str, Meta(pattern="^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-")
]
PageNumber = Annotated[int, Meta(ge=0, le=2**15)]
Revision = Annotated[int, Meta(ge=0, le=2**62)]
Text = Annotated[str, Meta(max_length=1000)]
Speed = Annotated[int, Meta(ge=0, le=10**9)]
Length = Annotated[float, Meta(ge=0, le=1e9)]

_DATED_IN_UTC = (
    "coalesce(nullif(taken_at, ''),"
    " strftime('%Y-%m-%dT%H:%M:%S', nullif(max(mtime_ns, 0), 0) / 1000000000, 'unixepoch'), '')"
)
# The file's own time is local time, with the summer time of that day, as a camera's clock is. Times
# before 1971 and after 2099 come from clocks and file systems that know none.
_DATED = (
    "coalesce(nullif(taken_at, ''), CASE WHEN mtime_ns / 1000000000"
    " BETWEEN 31536000 AND 4102444799 THEN"  # 1971-01-01 to 2099-12-31
    " strftime('%Y-%m-%dT%H:%M:%S', mtime_ns / 1000000000, 'unixepoch', 'localtime') END, '')"
)

# The suffix of a file, in small letters, with its dot. (What is before it is replaced by nothing.)
_NAME = "lower(CAST(name AS TEXT))"
_SUFFIX = f"'.' || replace({_NAME}, rtrim({_NAME}, replace({_NAME}, '.', '')), '')"
_PHOTO_SUFFIXES = (
    "'.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.gif', '.bmp', '.heic', '.heif', '.avif',"
    " '.jp2', '.dng', '.cr2', '.cr3', '.nef', '.arw', '.orf', '.raf', '.rw2', '.pef', '.srw'"
)

# Each migration is a sequence of statements.
MIGRATIONS: list[tuple[str, ...]] = [
    (
        """
        CREATE TABLE roots (
            id INTEGER PRIMARY KEY,
            path BLOB NOT NULL UNIQUE,           -- absolute, as the file system encodes it
            offline INTEGER NOT NULL DEFAULT 0
        )
        """,
        """
        CREATE TABLE photos (
            id INTEGER PRIMARY KEY,
            root_id INTEGER NOT NULL REFERENCES roots (id),
            folder BLOB NOT NULL,                -- relative to the root; empty for the root itself
            name BLOB NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            state TEXT NOT NULL,                 -- pending, indexed, failed, ignored
            missing INTEGER NOT NULL DEFAULT 0,  -- the file is gone; everything known of it is kept
            problem TEXT NOT NULL DEFAULT '',    -- of failed and ignored files: a PhotoProblem
            detail TEXT NOT NULL DEFAULT '',
            content_hash BLOB,                   -- BLAKE2b, 16 bytes
            width INTEGER,
            height INTEGER,
            format TEXT,
            taken_at TEXT,                       -- ISO 8601, local time, empty where unknown
            camera TEXT,
            mean_colour INTEGER,                 -- 0xRRGGBB
            fingerprint BLOB,                    -- 8 bytes, see fingerprint.py
            UNIQUE (root_id, folder, name)
        )
        """,
        "CREATE INDEX photos_by_state ON photos (missing, state, root_id)",
        "CREATE INDEX photos_by_content ON photos (content_hash) WHERE content_hash IS NOT NULL",
        """
        CREATE TABLE descriptors (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
            descriptor_id TEXT NOT NULL,
            data BLOB NOT NULL                   -- int8 [D]
        )
        """,
        """
        CREATE TABLE code_pages (                -- see code_pages.py
            model_id TEXT NOT NULL,
            page INTEGER NOT NULL,
            revision INTEGER NOT NULL,           -- before the blobs, to be read without them
            flags BLOB NOT NULL,
            codes BLOB NOT NULL,
            PRIMARY KEY (model_id, page)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        # The date of a photo: from its metadata, else the time of its file (UTC). A column that
        # triggers maintain: an index on an expression would have to read every row.
        "ALTER TABLE photos ADD COLUMN dated TEXT NOT NULL DEFAULT ''",
        f"UPDATE photos SET dated = {_DATED_IN_UTC}",  # noqa: S608
        f"""
        CREATE TRIGGER photos_dated_at_first AFTER INSERT ON photos
        BEGIN UPDATE photos SET dated = {_DATED_IN_UTC} WHERE id = new.id; END
        """,  # noqa: S608
        f"""
        CREATE TRIGGER photos_dated_again AFTER UPDATE OF taken_at, mtime_ns ON photos
        BEGIN UPDATE photos SET dated = {_DATED_IN_UTC} WHERE id = new.id; END
        """,  # noqa: S608
        # These two cover the queries of browse.py and photo_filter.py, columns of conditions
        # included: otherwise SQLite looks them up row by row.
        """
        CREATE INDEX photos_browsed
            ON photos (dated, id, camera, format, size, width, height, root_id, missing)
            WHERE missing = 0 AND width IS NOT NULL
        """,
        """
        CREATE INDEX photos_by_size ON photos (size, id, width, missing)
            WHERE missing = 0 AND width IS NOT NULL
        """,
    ),
    # A paused root is neither scanned, read nor watched until it is resumed.
    ("ALTER TABLE roots ADD COLUMN paused INTEGER NOT NULL DEFAULT 0",),
    (
        # The time of a file counts in local time, as a camera's clock does. LibRaw dated RAW files
        # that have no date to the beginning of 1970.
        "DROP TRIGGER photos_dated_at_first",
        "DROP TRIGGER photos_dated_again",
        """
        UPDATE photos SET taken_at = ''
        WHERE format = 'RAW' AND taken_at >= '1969-12-31' AND taken_at < '1970-01-02'
        """,
        f"UPDATE photos SET dated = {_DATED} WHERE coalesce(taken_at, '') = ''",  # noqa: S608
        f"""
        CREATE TRIGGER photos_dated_at_first AFTER INSERT ON photos
        BEGIN UPDATE photos SET dated = {_DATED} WHERE id = new.id; END
        """,  # noqa: S608
        f"""
        CREATE TRIGGER photos_dated_again AFTER UPDATE OF taken_at, mtime_ns ON photos
        BEGIN UPDATE photos SET dated = {_DATED} WHERE id = new.id; END
        """,  # noqa: S608
    ),
    (
        # What tells a file from another one of the same name, size and time. NULL: not known yet.
        "ALTER TABLE photos ADD COLUMN ctime_ns INTEGER",
        "ALTER TABLE photos ADD COLUMN inode INTEGER",
        # The user wants this file decoded again, whether or not its content is known.
        "ALTER TABLE photos ADD COLUMN reread INTEGER NOT NULL DEFAULT 0",
        # What tells a root from another folder at the same path (drives.py). Empty: not known yet.
        "ALTER TABLE roots ADD COLUMN identity TEXT NOT NULL DEFAULT ''",
        # Folders on which a drive was mounted at the last scan of a root.
        """
        CREATE TABLE mount_points (
            root_id INTEGER NOT NULL REFERENCES roots (id),
            folder BLOB NOT NULL,                -- relative to the root; empty for the root itself
            offline INTEGER NOT NULL DEFAULT 0,  -- the drive is not mounted now
            PRIMARY KEY (root_id, folder)
        ) WITHOUT ROWID
        """,
    ),
    (
        # By its name, an empty file is a photo or not, and so is one that is no picture: such files
        # are looked at again. A format that is not read is named.
        f"""
        UPDATE photos SET state = 'pending'
        WHERE (problem = 'empty_file' AND {_SUFFIX} NOT IN ({_PHOTO_SUFFIXES}))
            OR (problem = 'not_a_picture' AND {_SUFFIX} IN ({_PHOTO_SUFFIXES}))
        """,  # noqa: S608
        f"""
        UPDATE photos SET detail = upper(substr({_SUFFIX}, 2))
        WHERE problem = 'unsupported_format' AND detail = ''
        """,  # noqa: S608
    ),
    (
        # Only its metadata date a photo: the time of a file is often that of a copy. Without the
        # index, each row is written once.
        "DROP TRIGGER photos_dated_at_first",
        "DROP TRIGGER photos_dated_again",
        "DROP INDEX photos_browsed",
        "ALTER TABLE photos DROP COLUMN dated",
        "UPDATE photos SET taken_at = '' WHERE taken_at IS NULL AND width IS NOT NULL",
        """
        CREATE INDEX photos_browsed
            ON photos (taken_at, id, camera, format, size, width, height, root_id, missing)
            WHERE missing = 0 AND width IS NOT NULL
        """,
    ),
    (
        # NULL in photos that were indexed before: unknown until they are read again.
        "ALTER TABLE photos ADD COLUMN lens TEXT",
        "ALTER TABLE photos ADD COLUMN iso INTEGER",
        "ALTER TABLE photos ADD COLUMN focal_length REAL",  # in millimetres
        "ALTER TABLE photos ADD COLUMN aperture REAL",  # the f-number
        "ALTER TABLE photos ADD COLUMN has_gps INTEGER",
        "DROP INDEX photos_browsed",
        """
        CREATE INDEX photos_browsed
            ON photos (taken_at, id, camera, format, size, width, height, root_id, missing,
                lens, iso, focal_length, aperture, has_gps)
            WHERE missing = 0 AND width IS NOT NULL
        """,
    ),
    (
        # Fingerprints are of another kind now: unknown until they are made from the thumbnails.
        "UPDATE photos SET fingerprint = NULL WHERE fingerprint IS NOT NULL",
        # Pairs of contents that the user has judged, the smaller hash first: no duplicates.
        """
        CREATE TABLE not_duplicates (
            first BLOB NOT NULL,
            second BLOB NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID
        """,
    ),
    (
        # 8 or 16 bytes now, the second eight of the inner picture: unknown until they are made.
        "UPDATE photos SET fingerprint = NULL WHERE fingerprint IS NOT NULL",
        "ALTER TABLE photos RENAME COLUMN fingerprint TO fingerprints",
    ),
    (
        # The photos in stacks, the one on top as well. Removed photos leave (stack_table.py).
        """
        CREATE TABLE stacked (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id),
            top_id INTEGER NOT NULL              -- the photo on top of its stack
        )
        """,
        "CREATE INDEX stacked_by_top ON stacked (top_id)",
    ),
]
