from .files import (
    Stamp as Stamp,
    glance as glance,
    glance_at_top as glance_at_top,
    is_plain_name as is_plain_name,
    is_there as is_there,
    read_bytes as read_bytes,
    read_text as read_text,
    replacing as replacing,
    stamp as stamp,
    write_atomically as write_atomically,
)
from .folders import force_folder as force_folder
from .jsonl import (
    LOCK_PATIENCE_S as LOCK_PATIENCE_S,
    encode_line as encode_line,
    force_stream as force_stream,
    make_folder as make_folder,
    try_lock as try_lock,
    wait_for_lock as wait_for_lock,
    write_at as write_at,
)
from .paths import (
    CACHE_FOLDER as CACHE_FOLDER,
    UserFolders as UserFolders,
    find_home as find_home,
    shipped as shipped,
)
