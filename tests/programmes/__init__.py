"""
Can a document say what people really prescribe?

Published programmes, transcribed into documents, and what each of them must expand to.
"""
