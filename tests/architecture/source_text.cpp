#include "source_text.h"

#include <QtCore/QRegularExpression>

namespace verbale::architecture {

namespace {

/// Where the literal or comment that starts at `at` ends (one past it); `at` itself when none starts there.
qsizetype endOfOpaque(const QString &text, qsizetype at)
{
    const auto upTo = [&text](qsizetype found, qsizetype length) {
        return found < 0 ? text.size() : found + length;
    };
    const QStringView rest = QStringView(text).mid(at);
    if (rest.startsWith(u"//"))
        return upTo(text.indexOf('\n', at), 0);
    if (rest.startsWith(u"/*"))
        return upTo(text.indexOf("*/", at + 2), 2);
    const bool afterWord = at > 0 && (text[at - 1].isLetterOrNumber() || text[at - 1] == '_');
    if (rest.startsWith(u"R\"")) {
        const qsizetype open = text.indexOf('(', at);
        const QString delimiter = text.mid(at + 2, open - at - 2);
        return upTo(text.indexOf(')' + delimiter + '"', at), delimiter.size() + 2);
    }
    const QChar quote = text[at];
    if (quote != '"' && (quote != '\'' || (afterWord && text[at - 1].isNumber()))) // 1'000 is a number
        return at;
    qsizetype end = at + 1;
    while (end < text.size() && text[end] != quote && text[end] != '\n')
        end += text[end] == '\\' ? 2 : 1;
    return qMin(end + 1, text.size());
}

/// The text with preprocessor lines blanked as well, so that braces in macros do not count.
QString withoutDirectives(QString text)
{
    static const QRegularExpression directive(R"(^[ \t]*#(?:[^\n]*\\\n)*[^\n]*)",
                                              QRegularExpression::MultilineOption);
    for (auto matches = directive.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (text[i] != '\n')
                text[i] = ' ';
        }
    }
    return text;
}

enum class Scope { Container, Function, Inner, Initializer };

/// What an opening brace opens, by the words before it in the scope of a namespace or class.
Scope scopeOf(const QString &head)
{
    static const QRegularExpression container(
        R"(^(template\s*<.*>\s*)?(inline\s+|typedef\s+)?(namespace|class|struct|union|enum|extern)\b)",
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression parameters(R"(\)\s*(const|noexcept|override|final|mutable|try|&|\s)*$)");
    static const QRegularExpression trailingType(R"(\)[\w\s]*->[^={}]*$)");
    static const QRegularExpression memberInitializers(R"(\)\s*(noexcept\s*)?:[^:])");
    static const QRegularExpression variable(R"(^[^(]*[^=!<>]=[^=])");

    const bool isOperator = head.contains("operator");
    if (!isOperator && variable.match(head).hasMatch())
        return head.contains('[') && parameters.match(head).hasMatch() ? Scope::Function : Scope::Initializer;
    if (memberInitializers.match(head).hasMatch())
        return head.endsWith(')') || head.endsWith('}') ? Scope::Function : Scope::Initializer;
    if (parameters.match(head).hasMatch() || trailingType.match(head).hasMatch())
        return Scope::Function;
    return container.match(head).hasMatch() ? Scope::Container : Scope::Initializer;
}

/// Labels and macros that stand before a member without a semicolon are not part of it.
qsizetype lengthOfLabels(const QString &head)
{
    static const QRegularExpression labels(
        R"(^(\s|(public|protected|private|signals|Q_SIGNALS)(\s+(slots|Q_SLOTS))?\s*:(?!:)|Q_[A-Z_]+\b(\([^)]*\))?)+)");
    return labels.match(head).capturedLength();
}

QString nameOf(const QString &head)
{
    static const QRegularExpression name(R"((operator\s*[^\s\w(]+|operator\(\)|[~\w:]+)\s*\()");
    const QString found = name.match(head).captured(1);
    return found.isEmpty() ? QStringLiteral("(function)") : found;
}

class FunctionScanner
{
public:
    explicit FunctionScanner(const QString &source)
        : m_text(withoutDirectives(withoutCommentsAndLiterals(source)))
    {
    }

    QList<FunctionSize> scan()
    {
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == '\n')
                ++m_line;
            else if (c == '(')
                ++m_parentheses;
            else if (c == ')')
                --m_parentheses;
            else if (c == '{')
                open();
            else if (c == '}')
                close();
            else if (c == ';' && inContainer() && m_parentheses == 0)
                m_head = m_at + 1;
        }
        return m_found;
    }

private:
    struct Open
    {
        Scope scope = Scope::Container;
        int parentheses = 0;
        FunctionSize function;
    };

    [[nodiscard]] bool inContainer() const
    {
        return m_open.isEmpty() || m_open.last().scope == Scope::Container;
    }

    void open()
    {
        Open opened{Scope::Inner, m_parentheses, {}};
        if (inContainer()) {
            qsizetype start = m_head;
            start += lengthOfLabels(m_text.mid(start, m_at - start));
            const QString head = m_text.mid(start, m_at - start).trimmed();
            opened.scope = m_parentheses > 0 ? Scope::Initializer : scopeOf(head);
            if (opened.scope == Scope::Function) {
                const int before =
                    static_cast<int>(QStringView(m_text).mid(start, m_at - start).count(u'\n'));
                opened.function = {nameOf(head), m_line - before, 0};
            }
            if (opened.scope == Scope::Container)
                m_head = m_at + 1;
        }
        m_parentheses = opened.scope == Scope::Initializer ? m_parentheses : 0;
        m_open.append(opened);
    }

    void close()
    {
        if (m_open.isEmpty())
            return;
        Open closed = m_open.takeLast();
        m_parentheses = closed.parentheses;
        if (closed.scope == Scope::Function) {
            closed.function.lines = m_line - closed.function.line + 1;
            m_found.append(closed.function);
        }
        if (closed.scope == Scope::Function || closed.scope == Scope::Container)
            m_head = m_at + 1;
    }

    QString m_text;
    QList<FunctionSize> m_found;
    QList<Open> m_open;
    qsizetype m_at = 0;
    qsizetype m_head = 0; ///< where the words before the next brace begin
    int m_line = 1;
    int m_parentheses = 0;
};

} // namespace

QString withoutCommentsAndLiterals(const QString &source)
{
    QString text = source;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype end = endOfOpaque(source, at);
        for (qsizetype i = at; i < end; ++i) {
            if (text[i] != '\n')
                text[i] = ' ';
        }
        at = qMax(end, at + 1);
    }
    return text;
}

QList<IncludeLine> includeLines(const QString &source)
{
    static const QRegularExpression include(R"re(^[ \t]*(#)[ \t]*include[ \t]*(["<])([^">\n]+)[">])re",
                                            QRegularExpression::MultilineOption);
    const QString code = withoutCommentsAndLiterals(source);
    QList<IncludeLine> lines;
    for (auto matches = include.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (code[match.capturedStart(1)] != '#') // inside a comment or a literal
            continue;
        const int line = static_cast<int>(QStringView(source).left(match.capturedStart(1)).count(u'\n')) + 1;
        lines.append({line, match.captured(3), match.captured(2) == "\""});
    }
    return lines;
}

QList<FunctionSize> functionSizes(const QString &source)
{
    return FunctionScanner(source).scan();
}

int codeLines(const QString &source)
{
    int count = 0;
    const QString code = withoutCommentsAndLiterals(source);
    for (const QStringView line : QStringView(code).split('\n'))
        count += line.trimmed().isEmpty() ? 0 : 1;
    return count;
}

} // namespace verbale::architecture
