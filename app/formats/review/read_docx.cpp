#include "formats/review/reviewed_table.h"

#include "formats/review/symbol_font.h"
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

/// Whether a property that may be switched off is on.
bool isOn(const xml::StreamTag &tag)
{
    const QString value = attribute(tag, "val");
    return value != QLatin1String("0") && value != QLatin1String("false") && value != QLatin1String("off");
}

bool isDeletion(QByteArrayView name)
{
    return name == "del" || name == "moveFrom";
}

/// What the reviewed text does not have: deletions, another way to show the same, and former properties.
bool isGone(QByteArrayView name)
{
    return isDeletion(name) || name == "Fallback" || name.endsWith("PrChange");
}

/// The texts of a part of the document: what was deleted or moved away with changes tracked, or struck, is
/// gone.
class TextVisitor : public xml::StreamVisitor
{
public:
    void begin(const xml::StreamTag &tag) final
    {
        const QByteArrayView name = localName(tag.name);
        if (name == "commentReference") // of deleted text too: it may say why
            comment(attribute(tag, "id"));
        if (m_gone == 0 && m_inParagraphProperties && isDeletion(name))
            joinNextParagraph();
        if (m_gone > 0 || isGone(name)) {
            ++m_gone;
            return;
        }
        if (name == "t")
            m_isText = true;
        else if (name == "r")
            m_runsAreStruck.push_back(false);
        else if (name == "p")
            paragraph();
        else if (name == "pPr")
            m_inParagraphProperties = true;
        else if (!m_runsAreStruck.empty() && !m_inParagraphProperties)
            beginInRun(name, tag);
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
            m_runsAreStruck.pop_back();
        else if (local == "pPr")
            m_inParagraphProperties = false;
        else
            endOther(local);
    }

    void text(QByteArrayView utf8) final
    {
        if (m_isText && m_gone == 0)
            addUnlessStruck(QString::fromUtf8(utf8));
    }

protected:
    virtual void add(const QString &text) = 0;
    virtual void paragraph() = 0;
    virtual void joinNextParagraph() = 0;
    virtual void comment(const QString &id) = 0;
    virtual void warn(const QString &sentence) = 0;
    virtual void beginOther(QByteArrayView name, const xml::StreamTag &tag) = 0;
    virtual void endOther(QByteArrayView name) = 0;

private:
    [[nodiscard]] bool isStruck() const { return !m_runsAreStruck.empty() && m_runsAreStruck.back(); }

    void addUnlessStruck(const QString &text)
    {
        if (!isStruck())
            add(text);
    }

    void beginInRun(QByteArrayView name, const xml::StreamTag &tag)
    {
        if (name == "tab" || name == "ptab")
            addUnlessStruck(QStringLiteral("\t"));
        else if (name == "br" || name == "cr")
            addUnlessStruck(QStringLiteral("\n"));
        else if (name == "noBreakHyphen")
            addUnlessStruck(QStringLiteral("\u2011"));
        else if (name == "softHyphen")
            addUnlessStruck(QStringLiteral("\u00AD"));
        else if (name == "sym")
            addSymbol(attribute(tag, "font"), attribute(tag, "char"));
        else if (name == "strike" || name == "dstrike")
            m_runsAreStruck.back() = m_runsAreStruck.back() || isOn(tag);
        else
            beginOther(name, tag);
    }

    void addSymbol(const QString &font, const QString &number)
    {
        const std::optional<QChar> letter = symbolLetter(font, number.toUInt(nullptr, 16));
        addUnlessStruck(letter.value_or(QChar(QChar::ReplacementCharacter)));
        if (!letter && !isStruck()) {
            warn(QStringLiteral("The symbol %1 of the font %2 is no letter outside of it and stands as "
                                "\uFFFD; put in what is meant.")
                     .arg(number, font));
        }
    }

    int m_gone = 0;
    std::vector<bool> m_runsAreStruck; ///< of the runs that are open, one in the other
    bool m_inParagraphProperties = false;
    bool m_isText = false;
};

/// Paragraphs as lines.
class Lines
{
public:
    void add(const QString &text)
    {
        if (text.isEmpty())
            return;
        m_text += QString(m_dueLines, u'\n') + text;
        m_dueLines = 0;
    }
    void paragraph()
    {
        if (!m_continues)
            ++m_dueLines;
        m_continues = false;
    }
    /// The paragraph's end is deleted, so that the next one goes on with its line.
    void joinNextParagraph() { m_continues = true; }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
    bool m_continues = true; ///< the first paragraph opens the first line
    qsizetype m_dueLines = 0;
};

/// word/comments.xml: by number, "AUTHOR: TEXT".
class CommentReader final : public TextVisitor
{
public:
    QHash<QString, QString> comments;

protected:
    void add(const QString &text) override { m_lines.add(text); }
    void paragraph() override { m_lines.paragraph(); }
    void joinNextParagraph() override { m_lines.joinNextParagraph(); }
    void comment(const QString & /*id*/) override {}
    void warn(const QString & /*sentence*/) override {}
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
class TableReader final : public TextVisitor
{
public:
    explicit TableReader(const QHash<QString, QString> &comments) : m_comments(comments) {}

    std::optional<ReviewedTable> result;
    QStringList commentsElsewhere; ///< than in that table

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
    void joinNextParagraph() override
    {
        if (!m_tables.empty())
            m_tables.back().cell.joinNextParagraph();
    }
    void comment(const QString &id) override
    {
        const QString comment = m_comments.take(id);
        if (comment.isEmpty())
            return;
        if (m_tables.empty() || m_tables.back().found.rows.isEmpty())
            commentsElsewhere.append(comment);
        else
            m_tables.back().found.rows.last().comments.append(comment);
    }
    void warn(const QString &sentence) override
    {
        if (m_tables.empty() || m_tables.back().found.rows.isEmpty())
            return;
        QStringList &warnings = m_tables.back().found.rows.last().warnings;
        if (!warnings.contains(sentence))
            warnings.append(sentence);
    }
    void beginOther(QByteArrayView name, const xml::StreamTag & /*tag*/) override
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
        if (!result) {
            result = reviewedTable(found);
            if (result)
                return;
        }
        FoundTable::Row *outer = m_tables.empty() || m_tables.back().found.rows.isEmpty()
                                     ? nullptr
                                     : &m_tables.back().found.rows.last();
        for (const FoundTable::Row &row : found.rows) {
            (outer != nullptr ? outer->comments : commentsElsewhere) += row.comments;
            if (outer == nullptr)
                continue;
            outer->warnings += row.warnings;
            paragraph();
            add(row.cells.join(u' '));
        }
    }

    QHash<QString, QString> m_comments; ///< that were not met yet
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
    tables.result->strayComments = tables.commentsElsewhere + tables.result->strayComments;
    return *tables.result;
}

} // namespace verbale::review
