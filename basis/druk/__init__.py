"""The printing room: one document model, printed as PDF, Word and SVG.

`document` holds the model; `pdf.render_pdf`, `docx.render_docx` and
`svg.render_staafdiagram_svg` print it.  Importing this package imports none of
the printing libraries.
"""
