"""Settings, one short file per subject; later files may lean on earlier ones.

Everything that differs between machines comes from the environment, read in `omgeving`.
"""

from config.settings.apps import *
from config.settings.database import *
from config.settings.accounts import *
from config.settings.beveiliging import *
from config.settings.taal import *
from config.settings.taken import *
from config.settings.weergave import *
from config.settings.logboek import *
from config.settings.mail import *
from config.settings.modellen import *
