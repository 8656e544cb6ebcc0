"""
Published programmes, as documents, with their expected expansions.
"""
