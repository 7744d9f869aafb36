#pragma once

#include "document/document.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::workbench {

class DocumentController;

/// A place of the open document where an entry's source term stands.
struct TermUse
{
    int row = 0; ///< of the document's controller
    QString segment;
    qint64 revision = 0;
    Span source;         ///< in the segment's source
    QString surface;     ///< the source's words
    QString found;       ///< what the target has for it; empty: nothing, or nobody has looked yet
    QList<Span> targets; ///< where, in the target
    ReceiptState state = ReceiptState::Missing;
    bool hasTarget = false; ///< the segment is translated at all
    bool isKnown = false;   ///< its receipts speak of the target as it stands
};

/// The uses of an entry, in the document's order. `termbase` as TermHit has it.
QList<TermUse> usesOf(const DocumentController &document, const QString &termbase, const QString &entry);

/// How many segments have the entry among their hits, for each "TERMBASE#ID".
QHash<QString, int> usesByEntry(const DocumentController &document);

/// What "unify" would write into one segment.
struct Unified
{
    int row = 0;
    qint64 revision = 0;
    QString before;
    InlineText after;
    QList<Span> changed;  ///< in `before`
    QList<Span> replaced; ///< in `after.text`, one for each of `changed`
};

/// Puts `english` where the target has something else for the entry. Left alone: what differs from it in
/// number, case, hyphens or article alone, what has an inline code inside, what was not looked at.
QList<Unified> unify(const DocumentController &document, const QList<TermUse> &uses, const QString &english);

/// A span of a source and so many characters before and after it, without inline codes.
QString excerpt(const QString &source, const Span &span, qsizetype around);

/// Whether two renderings are the same but for number, case, hyphens and article.
bool isSameRendering(const QString &one, const QString &other);

} // namespace verbale::workbench
