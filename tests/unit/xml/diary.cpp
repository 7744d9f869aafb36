#include "diary.h"

namespace verbale::test {

namespace {

/// Writes everything down that it is told.
class Diary : public xml::Visitor
{
public:
    Take begin(const xml::Element &tag) override
    {
        note(QLatin1String("begin ") + written(tag));
        if (tag.name == QLatin1String("stop"))
            error = Error{QStringLiteral("t.stopped"), QStringLiteral("enough"), {{}, 0, 0, tag.start}};
        return tag.name.startsWith(u'w') ? Take::Walk : tag.name.startsWith(u's') ? Take::Skip : Take::Tree;
    }
    void tree(const xml::Element &element) override { note(QLatin1String("tree ") + written(element)); }
    void end() override { note(QLatin1String("end")); }
    void text(QByteArrayView utf8, qint64 start) override
    {
        if (m_text.isEmpty())
            m_textStart = start;
        m_text += utf8.toByteArray();
    }
    Content contentOf(const QString &, const QString &name) override
    {
        return name.startsWith(u'e')   ? Content::Elements
               : name.startsWith(u't') ? Content::Text
                                       : Content::TextAndRemarks;
    }
    int kindOf(const QString &uri, const QString &name) override
    {
        return static_cast<int>(uri.size() * 100 + name.size());
    }

    QStringList told(const Result<void> &done)
    {
        note(done ? QStringLiteral("done")
                  : QStringLiteral("%1 %2 %3:%4 %5")
                        .arg(done.error().code, done.error().message)
                        .arg(done.error().where.line)
                        .arg(done.error().where.column)
                        .arg(done.error().where.offset));
        return m_lines;
    }

private:
    static QString written(const xml::Element &element)
    {
        QString out = QStringLiteral("<{%1}%2 %3").arg(element.ns, element.name).arg(element.kind);
        for (const xml::Attribute &attribute : element.attributes)
            out += QStringLiteral(" {%1}%2='%3'").arg(attribute.ns, attribute.name, attribute.value);
        out += QStringLiteral(" %1-%2>").arg(element.start).arg(element.startTagEnd);
        for (const xml::Node &node : element.children)
            out += node.element ? written(*node.element) : node.text + u'|';
        return out + QStringLiteral("<%1-%2>").arg(element.endTagStart).arg(element.end);
    }

    /// Text comes in pieces of any size.
    void note(const QString &line)
    {
        if (!m_text.isEmpty())
            m_lines.append(QStringLiteral("text %1 ").arg(m_textStart) + QString::fromUtf8(m_text));
        m_text.clear();
        m_lines.append(line);
    }

    QStringList m_lines;
    QByteArray m_text;
    qint64 m_textStart = 0;
};

} // namespace

QStringList diary(const QByteArray &bytes, xml::ParseOptions options, bool onlyExpat)
{
    options.onlyExpat = onlyExpat;
    options.codePrefix = QStringLiteral("t");
    Diary visitor;
    const Result<void> done = xml::parse(bytes, options, visitor);
    return visitor.told(done);
}

} // namespace verbale::test
