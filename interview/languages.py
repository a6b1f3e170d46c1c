"""Tells speech that is plainly in another language than English: by its letters or by its commonest words."""

import re
import unicodedata
from typing import Final

_COMMON: Final = (
    # Spanish
    "que qué el los las una para pero porque puede puedes podría usted yo esto esta está muy también entiendo sé "
    "hablar español pregunta repetir quiero tengo como cómo cuando por favor gracias hola lo siento mi ingles inglés "
    "es en la del modelo usaría datos se con de y "
    # French
    "je ne sais pas vous le les des est une dans pour mais parce pouvez puis peux c'est répéter comprends merci "
    "bonjour français très oui aussi avec sur qui ce cette j'ai n'ai d'accord et du au être avez suis parler s'il "
    "plaît "
    # German
    "ich nicht das der und ist ein eine einen wir sie können könnten bitte weiß verstehe habe mit auf für aber sehr "
    "auch wie kann noch mal frage wiederholen deutsch sprechen danke hallo würde zu den dem von modell mir alle dass "
    "gib dir uns wenn oder nur diese dieses kein keine "
    # Portuguese
    "não eu você uma mas porque pode poderia obrigado obrigada repetir entendi falar português isso muito também com "
    "são está estou pergunta olá sei os um do da em todas todos dê essa esse nota "
    # Italian
    "non io che il gli una può potrebbe ripetere capisco capito grazie ciao per piacere italiano parlare sono questo "
    "questa molto anche della domanda posso so di ho scusi è userei dati modello "
    # How one asks in each of them for one's own
    "hablo hablar hablamos podemos podríamos prefiero mejor seguir continuar inglés parle parler parlons "
    "pouvons pourrions "
    "préfère mieux continuer anglais bien spreche könnten lieber besser weiter englisch möchte falo prefiro "
    "melhor inglês "
    "continuar parlo possiamo potremmo preferisco meglio inglese continuare "
    # Hindi, in Latin letters
    "mujhe nahi nahin hai hain kya aap main mera meri ka ki ko ke aur samajh aaya kar sakte sakta sakti bol dobara yeh "
    "woh hoon hum mein se par pata hindi thoda bolo karo raha tha"
)
FOREIGN_WORDS: Final = frozenset(_COMMON.split())
ENGLISH_WORDS: Final = frozenset(
    (
        "the a an i we you he they it is are was were be been to of and or in on at for with that this what which how "
        "why when would will can could should do does did have has had not no yes my your our if so then because but "
        "as by from about like use think know don't i'm it's me there"
    ).split()
)
_AMBIGUOUS: Final = ENGLISH_WORDS | frozenset("en es de la per so se mi main par com do os um sur den hum tha".split())
"""Too often something else in English speech to tell anything alone."""
FOREIGN_SHARE, FOREIGN_DISTINCT = 0.4, 2
"""So much of what was said, in so many different words, must be another language's."""
ENGLISH_SHARE = 0.2
"""And no more than this English: a foreign name or quotation in an English answer is no change of language."""


def is_foreign(text: str) -> bool:
    """Whether `text` is plainly not English; False in doubt."""
    letters = [char for char in text if char.isalpha()]
    other = [char for char in letters if not unicodedata.name(char, "").startswith("LATIN")]
    if len(other) >= 2 and 2 * len(other) > len(letters):
        return True
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower())
    if not words:
        return False
    telling = [word for word in words if word in FOREIGN_WORDS and word not in _AMBIGUOUS]
    known = [word for word in words if word in FOREIGN_WORDS and word not in ENGLISH_WORDS]
    english = [word for word in words if word in ENGLISH_WORDS and word not in FOREIGN_WORDS]
    return (
        len(set(telling)) >= FOREIGN_DISTINCT
        and len(known) >= FOREIGN_SHARE * len(words)
        and len(english) <= ENGLISH_SHARE * len(words)
    )
