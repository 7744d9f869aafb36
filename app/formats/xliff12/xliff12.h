#pragma once

#include "document/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace verbale::xliff12 {

enum class Conformance { Strict, Transitional };

struct WriteOptions
{
    Conformance conformance = Conformance::Strict;
    QString toolVersion; ///< of the program that writes; empty: it is not said
};

/// The whole document as XLIFF 1.2 (UTF-8, LF), valid against the OASIS schema: units of several segments with
/// seg-source and mrk, term hits as `mrk mtype="term"` with a glossary in the header, suggestions as
/// alt-trans, states by docs/states.md. What 1.2 has no place for is left out.
QByteArray write(const Document &document, const WriteOptions &options = {});

} // namespace verbale::xliff12
