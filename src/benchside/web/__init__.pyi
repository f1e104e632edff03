from .addresses import own_names as own_names, urls as urls
from .guard import MIN_TOKEN_LENGTH as MIN_TOKEN_LENGTH, Guard as Guard, is_loopback as is_loopback
from .server import BrowserServer as BrowserServer
