#pragma once

#include "formats/xliff/inline_reader.h"
#include "formats/xliff/inline_writer.h"
#include "formats/xliff/parsed.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::xliff {

/// A start tag in which attributes can be changed without a change to anything else.
class StartTag
{
public:
    explicit StartTag(const QString &text) : m_text(text) {}

    /// An empty value removes the attribute.
    void set(const QString &name, const QString &value);
    [[nodiscard]] bool has(const QString &name) const;
    /// The attributes of `other` that are not here; of two different xml:space the one that preserves.
    void takeOver(const QString &other);
    /// "<a/>" becomes "<a>".
    void open();
    /// The end tag that belongs to it.
    [[nodiscard]] QString endTag() const;
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

/// Replacements of parts of a file's bytes, collected in any order.
class Splices
{
public:
    explicit Splices(const FileText &file) : m_file(file) {}

    /// Replaces bytes [start, end). Parts do not overlap; what is inserted at one place comes in the order of
    /// the calls.
    void replace(qint64 start, qint64 end, const QString &text);
    [[nodiscard]] bool isEmpty() const { return m_splices.isEmpty(); }
    [[nodiscard]] QByteArray applied() const;
    /// In the order of the file.
    [[nodiscard]] QList<bilingual::Replacement> replacements() const;
    /// What [start, end) will be; for a part that no replacement reaches beyond.
    [[nodiscard]] QByteArray applied(qint64 start, qint64 end) const;

    [[nodiscard]] QString slice(qint64 start, qint64 end) const { return m_file.slice(start, end); }
    [[nodiscard]] QString startTag(const ElementPlace &place) const
    {
        return m_file.slice(place.start, place.startTagEnd);
    }
    /// The white space that a line has before the element, with the line's end; empty when something else
    /// stands before it on its line.
    [[nodiscard]] QString lineBefore(qint64 start) const;
    /// The same for what follows `end` on the next line: how the file would go on there.
    [[nodiscard]] QString lineAt(qint64 end) const;
    /// Where the white space before `start` begins.
    [[nodiscard]] qint64 startWithSpace(qint64 start) const;
    [[nodiscard]] QString prefixOf(const ElementPlace &place) const;

private:
    const FileText &m_file;
    QList<bilingual::Replacement> m_splices;
};

} // namespace verbale::xliff
