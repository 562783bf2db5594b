"""The engine: text in, frozen records with spans and reasons out. Pure: no Django, clock, network or database.

Import the public functions from their modules: `extract` from `claims.engine.extract`, `compare` from
`claims.engine.compare`, `carry` from `claims.engine.carry`. Only the first loads the language model's library.
"""

# Moves with every change that could make the engine answer differently; a version is due again when it does.
ENGINE_VERSION = "7"
