#pragma once

#include "formats/xliff/inline_reader.h"

#include <QtCore/QHash>

#include <array>
#include <functional>

namespace verbale::xliff12 {

using xliff::FileText;
using xliff::LiftedText;

/// Gives one string for equal pieces of markup: a file repeats `<g id="1">` many thousand times.
class SharedMarkup
{
public:
    explicit SharedMarkup(const FileText &file) : m_file(file) {}
    QString slice(qint64 start, qint64 end);

private:
    struct Entry
    {
        QByteArray bytes;
        QString text;
    };
    const FileText &m_file;
    std::array<Entry, 512> m_entries;
};

/// Reads the inline content of one trans-unit's elements. The codes are: g and mrk (an opening and a closing
/// one), bpt, bx and ept, ex, it by its pos, x and ph; each keeps its exact markup, what stands in bpt, ept,
/// ph and it (sub included) as `data`. A mrk of text that is not to be translated, or that a reviser has
/// deleted, is one standalone code.
class InlineReader
{
public:
    using Lift = std::function<bool(const xml::Element &mark)>;
    explicit InlineReader(SharedMarkup &markup) : m_markup(markup) {}

    /// The codes of another unit come now.
    void startUnit()
    {
        m_pairs.clear();
        m_opened.clear();
    }
    /// Marks for which `lift` says yes are taken out of the text and listed. `keepRemarks`: comments and
    /// processing instructions become codes too.
    LiftedText read(const xml::Element &element, const Lift &lift = {}, bool keepRemarks = true);
    /// The code of one element that has no text to translate in it.
    InlineCode standalone(const xml::Element &element);

private:
    void readContent(const xml::Element &element, const Lift &lift, LiftedText &into);
    void readElement(const xml::Element &element, const Lift &lift, LiftedText &into);
    void add(InlineCode &&code);
    void addText(const QString &text);
    InlineCode code(const xml::Element &element, InlineCode::Kind kind, qint64 start, qint64 end);
    QString pairedId(const xml::Element &element, InlineCode::Kind kind);
    [[nodiscard]] RareList<InlineCode> shared(const QList<InlineCode> &codes);

    SharedMarkup &m_markup;
    bool m_keepRemarks = true;
    QString m_text;                                    ///< of the text being read; keeps its memory
    QList<InlineCode> m_codes;                         ///< of the same
    std::array<RareList<InlineCode>, 1024> m_known;    ///< equal lists share their memory
    QList<std::pair<QString, QString>> m_pairs;        ///< rid -> id of the opening code
    QHash<QString, std::pair<QString, bool>> m_opened; ///< id -> type and canCopy of the opening code
};

/// Whether the element is one of XLIFF 1.x with this name.
bool isCore(const xml::Element &element, const char *name);
/// Whether it is a segment's `mrk mtype="seg"`.
bool isSegmentMark(const xml::Element &element);

} // namespace verbale::xliff12
