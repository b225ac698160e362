"""The MCP server: an assistant reads the law with its citation, its day and its evidence."""
