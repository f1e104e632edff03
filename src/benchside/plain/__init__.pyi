from .keys import standard_keys as standard_keys
from .lead import PlainSession as PlainSession
