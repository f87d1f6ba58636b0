"""A questionnaire as one value, and its ways in and out: our own JSON file, XLSForm and LimeSurvey."""
