from .app import BenchsideApp as BenchsideApp
from .own_keys import OwnKeys as OwnKeys, read_own_keys as read_own_keys
from .signals import LastResort as LastResort
