#include "formats/review/reviewed_table.h"
#include "xml/stream.h"
#include "zip/package.h"

#include <QtCore/QBuffer>
#include <QtCore/QHash>

#include <vector>

namespace verbale::review {

namespace {

constexpr zip::PackageKind reviewDocument{"review", "document", "divide it"};
constexpr int mostNested = 200;

/// The name behind its prefix. Word processors bind "w", but nobody has to.
QByteArrayView localName(const char *name)
{
    const QByteArrayView whole(name);
    return whole.sliced(whole.indexOf(':') + 1);
}

/// The attribute of that local name.
QString attribute(const xml::StreamTag &tag, QByteArrayView name)
{
    for (int i = 0; i < tag.attributeCount; ++i) {
        if (localName(tag.attributes[static_cast<qsizetype>(i) * 2]) == name)
            return QString::fromUtf8(tag.attributes[static_cast<qsizetype>(i) * 2 + 1]);
    }
    return {};
}

/// The texts of a part of the document: what was deleted or moved away with changes tracked is gone.
class TextVisitor : public xml::StreamVisitor
{
public:
    void begin(const xml::StreamTag &tag) final
    {
        const QByteArrayView name = localName(tag.name);
        if (m_gone > 0 || name == "del" || name == "moveFrom" || name == "Fallback") {
            ++m_gone;
            return;
        }
        if (name == "t")
            m_isText = true;
        else if (name == "tab" && m_inRun > 0)
            add(QStringLiteral("\t"));
        else if (name == "br" || name == "cr")
            add(QStringLiteral("\n"));
        else if (name == "noBreakHyphen")
            add(QStringLiteral("\u2011"));
        else if (name == "softHyphen")
            add(QStringLiteral("\u00AD"));
        else if (name == "r")
            ++m_inRun;
        else if (name == "p")
            paragraph();
        else
            beginOther(name, tag);
    }

    void end(const char *name) final
    {
        if (m_gone > 0) {
            --m_gone;
            return;
        }
        const QByteArrayView local = localName(name);
        if (local == "t")
            m_isText = false;
        else if (local == "r")
            --m_inRun;
        else
            endOther(local);
    }

    void text(QByteArrayView utf8) final
    {
        if (m_isText && m_gone == 0)
            add(QString::fromUtf8(utf8));
    }

protected:
    virtual void add(const QString &text) = 0;
    virtual void paragraph() = 0;
    virtual void beginOther(QByteArrayView name, const xml::StreamTag &tag) = 0;
    virtual void endOther(QByteArrayView name) = 0;

private:
    int m_gone = 0;
    int m_inRun = 0;
    bool m_isText = false;
};

/// Paragraphs as lines.
class Lines
{
public:
    void add(const QString &text)
    {
        if (m_lineIsDue)
            m_text += u'\n';
        m_lineIsDue = false;
        m_text += text;
    }
    void paragraph()
    {
        m_lineIsDue = !m_isFirst;
        m_isFirst = false;
    }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
    bool m_isFirst = true;
    bool m_lineIsDue = false;
};

/// word/comments.xml: by number, "AUTHOR: TEXT".
class CommentReader : public TextVisitor
{
public:
    QHash<QString, QString> comments;

protected:
    void add(const QString &text) override { m_lines.add(text); }
    void paragraph() override { m_lines.paragraph(); }
    void beginOther(QByteArrayView name, const xml::StreamTag &tag) override
    {
        if (name != "comment")
            return;
        m_id = attribute(tag, "id");
        m_author = attribute(tag, "author");
        m_lines = {};
    }
    void endOther(QByteArrayView name) override
    {
        const QString text = m_lines.text().simplified();
        if (name == "comment" && !text.isEmpty())
            comments.insert(m_id, m_author.isEmpty() ? text : m_author + QLatin1String(": ") + text);
    }

private:
    QString m_id;
    QString m_author;
    Lines m_lines;
};

/// word/document.xml: its tables, up to the first that is a review.
class TableReader : public TextVisitor
{
public:
    explicit TableReader(const QHash<QString, QString> &comments) : m_comments(comments) {}

    std::optional<ReviewedTable> result;

protected:
    void add(const QString &text) override
    {
        if (!m_tables.empty() && m_tables.back().inCell)
            m_tables.back().cell.add(text);
    }
    void paragraph() override
    {
        if (!m_tables.empty())
            m_tables.back().cell.paragraph();
    }
    void beginOther(QByteArrayView name, const xml::StreamTag &tag) override
    {
        if (name == "tbl") {
            m_tables.emplace_back();
        } else if (m_tables.empty()) {
            return;
        } else if (name == "tr") {
            m_tables.back().found.rows.append(FoundTable::Row{});
        } else if (name == "tc") {
            m_tables.back().inCell = true;
            m_tables.back().cell = {};
        } else if (name == "commentReference" && !m_tables.back().found.rows.isEmpty()) {
            const QString comment = m_comments.value(attribute(tag, "id"));
            if (!comment.isEmpty())
                m_tables.back().found.rows.last().comments.append(comment);
        }
    }
    void endOther(QByteArrayView name) override
    {
        if (m_tables.empty())
            return;
        OpenTable &table = m_tables.back();
        if (name == "tc") {
            table.inCell = false;
            if (!table.found.rows.isEmpty())
                table.found.rows.last().cells.append(table.cell.text());
        } else if (name == "tbl") {
            endTable();
        }
    }

private:
    struct OpenTable
    {
        FoundTable found;
        bool inCell = false;
        Lines cell;
    };

    /// A table that is no review is a part of the cell that it stands in.
    void endTable()
    {
        const FoundTable found = std::move(m_tables.back().found);
        m_tables.pop_back();
        if (!result)
            result = reviewedTable(found);
        if (result || m_tables.empty())
            return;
        for (const FoundTable::Row &row : found.rows) {
            paragraph();
            add(row.cells.join(u' '));
        }
    }

    const QHash<QString, QString> &m_comments;
    std::vector<OpenTable> m_tables;
};

Result<void> readPart(zip::Package &package, const QString &part, xml::StreamVisitor &visitor)
{
    Result<QByteArray> bytes = package.read(part);
    if (!bytes)
        return bytes.error();
    QBuffer buffer(&*bytes);
    buffer.open(QIODevice::ReadOnly);
    xml::StreamOptions options;
    options.fileName = package.fileName() + u'/' + part;
    options.codePrefix = QStringLiteral("review");
    options.maximumDepth = mostNested;
    return xml::parseStream(buffer, options, visitor);
}

} // namespace

Result<ReviewedTable> readReviewDocx(const QByteArray &bytes, const QString &fileName)
{
    Result<zip::Package> package = zip::Package::open(bytes, fileName, reviewDocument, reviewedSizeLimit);
    if (!package)
        return package.error();
    const QString document = QStringLiteral("word/document.xml");
    const QString margin = QStringLiteral("word/comments.xml");
    if (!package->has(document))
        return noReviewTable(fileName);
    CommentReader comments;
    if (package->has(margin)) {
        if (const Result<void> read = readPart(*package, margin, comments); !read)
            return read.error();
    }
    TableReader tables(comments.comments);
    if (const Result<void> read = readPart(*package, document, tables); !read)
        return read.error();
    if (!tables.result)
        return noReviewTable(fileName);
    return *tables.result;
}

} // namespace verbale::review
