# Search and the list of all entries.
