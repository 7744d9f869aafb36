#pragma once

#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/glossary_preview.h"

namespace verbale::commandline {

/// Findings as JSON: file, line, column, code and message.
Json errorsToJson(const QList<Error> &errors);

Json previewToJson(const QString &path, const session::GlossaryPreview &preview);

/// The same for people: what the file is, its columns with a first text, counts.
void printPreview(Printer &out, const QString &path, const session::GlossaryPreview &preview);

} // namespace verbale::commandline
