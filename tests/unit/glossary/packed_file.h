#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QPair>
#include <QtCore/QString>

namespace verbale::glossary {

using Parts = QList<QPair<QString, QByteArray>>;

/// A packed file of these parts; with a password when there is one.
QByteArray packed(const Parts &parts, const char *password = nullptr);

/// The parts of a spreadsheet around one sheet's rows ("<row>...") or several sheets'.
struct Workbook
{
    QList<QPair<QString, QString>> sheets; ///< names, and what is inside <worksheet>
    QString strings = {};                  ///< <si> elements
    QString styles = {};                   ///< what is inside <styleSheet>
    QString workbook = {};                 ///< what stands before <sheets>
    [[nodiscard]] Parts parts() const;
};

} // namespace verbale::glossary
