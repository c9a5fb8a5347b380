"""Text held against facts: prose in `binding.py`, what a fact says of itself in `saying.py`,
what rests on readings in `tested.py`. The other modules are the steps of these three.
"""
