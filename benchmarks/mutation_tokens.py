"""Words of every format, to be put anywhere by a mutation."""

from __future__ import annotations

from typing import Final

TOKENS: Final = {
    "sessions": (
        b'[[block]]', b'[[block.exercise]]', b'[defaults]', b'include = "includes"',
        b'time_cap = "3m"', b'every = "60s"', b'rounds = 10000', b'sets = 10000', b'reps = "max"',
        b'"8+"', b'"1-10000"', b'"9-9-9-9"', b'"X-X-X-X"', b'"200%"', b'"99999.999 kg"',
        b'"99 x 99999 lb"', b'"24h"', b'"0s"', b'sides = ["left", "right"]',
        b'ramp = ["50% x 5"]', b'"bodyweight - 99999 kg"', b'"until ready"',
    ),
    "journals": (
        b'100000000000', b'-100000000000', b'100000000001', b'"go"', b'"amend"', b'"note"',
        b'"slept"', b'"away"', b'"undo"', b'"back"', b'"abandon"', b'"finish-early"', b'"close"',
        b'"done"', b'"cut"', b'"999999999.999999999E9"', b'"-1E-9"',
        b'"2199-12-31T23:59:59+23:59"', b'"2000-01-01T00:00:00-23:59"',
        b'{"at_ms":0,"end":"complete"}\n', b'{"at_ms":0,"review":true}\n', b'{"label":"x"}',
        b'{"percent":"0"}',
    ),
    "logs": (
        b'"v":2', b'"v":' + b"9" * 5_000, b'"partial"', b'"abandoned"', b'"warm-up"', b'1e-400',
        b'-1e400', b'"Infinity"', b'"sNaN"', b'"1_0"', b'86400000000000000',
    ),
    "settings": (
        b'voice = "de"', b'sound = "bell"', b'volume = 100', b'theme = "nord"', b'[a]',
        b'[[volume]]', b'volume.x = 1', b'"vol\\u0075me" = 3', b"'''", b'{ volume = 1 }',
    ),
    "athletes": (
        b'"0.001 kg"', b'"99999 kg"', b'"98 x 999.99 kg"', b'[training_max]',
        b'"Hip thrust" = "1 lb"', b'unit = "lb"',
    ),
    "exercises": (
        b'[[exercise]]', b'name = "Row"', b'"Barbell hip thrust"', b'"Hip thrusts"', b'"..."',
        b'muscles = { main = ["lats"] }', b'rep_time = 1e999', b'"0.001s"', b'motion = "reach"',
        b'category = "breathing"', b'equipment = []', b'"\\u202e"', b'words = []',
    ),
    "packs": (
        b'RIFF', b'WAVE', b'fmt ', b'data', b'fact', b'LIST', b'fLaC', b'ID3', b'\xff\xfb',
        b'OggS', b'\xff\xff\xff\xff', b'\x00\x00\x00\x00', b'\x01\x00\x00\x00', b'\xfe\xff',
        b'"../../log.jsonl"', b'"/etc/passwd"',
    ),
    "imports": (
        b'86400', b'86401', b'"Rest"', b'/', b' / ', b'3x8', b'100x100', b'@8', b'60kg', b'90s',
        b'warmup: ', b'progress: lp(', b'~}', b'{~', b'...', b'[1-5]', b'# ', b'## ', b'// ',
        b'(', b'+',
    ),
    "to-speaker": (
        b'"schedule"', b'"say"', b'"open"', b'"volume"', b'9223372036854775807', b'"go"',
        b'"message":',
    ),
    "from-speaker": (
        b'"on"', b'"unusable"', b'"beat"', b'9223372036854775807', b'"state":', b'"message":',
    ),
    "terminal": (
        b'\x1b[', b'\x1bO', b'\x1b]', b'\x1bP', b'\x1b\\', b'\x1b[<', b'\x1b[M', b'\x1b[200~',
        b'\x1b[201~', b';', b'u', b'$y', b't', b'\x1b[48;', b'999999999999', b'\r', b'\t',
        b'\x7f', b'\x1b', b'\x10', b'enpd/?', b'\x1b[Z',
    ),
}  # fmt: skip
