"""From the document model to WordprocessingML, by python-docx."""
