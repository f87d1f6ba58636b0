"""From the document model to the pages of a PDF: boxes, pages, drawing, tags."""
