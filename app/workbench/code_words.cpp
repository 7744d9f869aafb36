#include "workbench/code_words.h"

#include "document/inline_codes.h"
#include "document/inline_repair.h"
#include "workbench/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <QtGui/QPalette>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct CodeWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::CodeWords)
};

constexpr qsizetype longestLabel = 10;
constexpr qsizetype longestContent = 300;
constexpr qsizetype longestLine = 70;

QString shortened(const QString &text, qsizetype longest)
{
    return text.size() <= longest ? text : text.first(longest - 1) + QChar(0x2026);
}

QString typeText(const QString &type)
{
    const QHash<QString, QString> names{
        {QStringLiteral("fmt"), CodeWords::tr("Formatting")},
        {QStringLiteral("ui"), CodeWords::tr("Part of a user interface")},
        {QStringLiteral("quote"), CodeWords::tr("Quotation")},
        {QStringLiteral("link"), CodeWords::tr("Link")},
        {QStringLiteral("image"), CodeWords::tr("Image")},
        {QStringLiteral("bold"), CodeWords::tr("Bold")},
        {QStringLiteral("italic"), CodeWords::tr("Italic")},
        {QStringLiteral("underlined"), CodeWords::tr("Underlined")},
        {QStringLiteral("lb"), CodeWords::tr("Line break")},
    };
    return names.value(type, type == QLatin1String("other") ? QString() : type);
}

QString kindText(const InlineCode &code)
{
    if (codeClass(code) == CodeClass::Annotation)
        return CodeWords::tr("annotation");
    if (codeClass(code) == CodeClass::Character)
        return CodeWords::tr("a character");
    switch (code.kind) {
    case InlineCode::Kind::Opening:
        return CodeWords::tr("opens a pair");
    case InlineCode::Kind::Closing:
        return CodeWords::tr("closes a pair");
    case InlineCode::Kind::Standalone:
        break;
    }
    return CodeWords::tr("stands alone");
}

} // namespace

CodeLabels::CodeLabels(const QList<InlineCode> &sourceCodes)
{
    const QList<int> numbers = codeNumbers(sourceCodes);
    for (qsizetype i = numbers.size() - 1; i >= 0; --i)
        m_numbers.insert(codeKey(sourceCodes[i]), numbers[i]);
}

QString CodeLabels::onChip(const InlineCode &code) const
{
    const int number = m_numbers.value(codeKey(code));
    if (codeClass(code) == CodeClass::Character && !code.display.isEmpty())
        return code.markup == inlineCodeMark ? QStringLiteral("U+FFFC")
                                             : shortened(code.display, longestLabel);
    if (number > 0)
        return QString::number(number);
    const QString &display = code.display;
    return shortened(display.isEmpty() ? code.id : display, longestLabel);
}

QString CodeLabels::inText(const InlineCode &code) const
{
    const QString label = onChip(code);
    switch (code.kind) {
    case InlineCode::Kind::Opening:
        return label + QChar(0x203A); // single right-pointing angle quotation mark
    case InlineCode::Kind::Closing:
        return QChar(0x2039) + label;
    case InlineCode::Kind::Standalone:
        break;
    }
    return label;
}

QList<ChipLook> sourceChips(const Segment &segment)
{
    QList<ChipLook> looks;
    const QList<InlineCode> &codes = segment.source.codes;
    if (codes.isEmpty())
        return looks;
    const CodeLabels labels(codes);
    for (const InlineCode &code : codes)
        looks.append({labels.onChip(code), false});
    if (segment.hasTarget && !segment.target.isEmpty()) {
        for (const qsizetype missing : missingCodes(segment.source, segment.target))
            looks[missing].flagged = true;
    }
    return looks;
}

QList<ChipLook> targetChips(const InlineText &source, const InlineText &target)
{
    QList<ChipLook> looks;
    const QList<InlineCode> &codes = target.codes;
    if (codes.isEmpty())
        return looks;
    const CodeLabels labels(source.codes);
    for (const InlineCode &code : codes)
        looks.append({labels.onChip(code), false});
    for (const CodeFinding &finding : checkCodes(source, target)) {
        if (finding.targetIndex >= 0 && finding.severity != CodeSeverity::Note)
            looks[finding.targetIndex].flagged = true;
    }
    return looks;
}

QString findingText(const CodeFinding &finding, const CodeLabels &labels)
{
    const QString label = labels.onChip(finding.code);
    switch (finding.problem) {
    case CodeProblem::Missing:
        return finding.severity == CodeSeverity::Error
                   ? CodeWords::tr("Tag %1 is missing; the file says that it must not be left out.")
                         .arg(label)
                   : CodeWords::tr("Tag %1 is missing.").arg(label);
    case CodeProblem::Unclosed:
        return CodeWords::tr("Tag %1 is opened and not closed.").arg(label);
    case CodeProblem::Unopened:
        return CodeWords::tr("Tag %1 is closed and not opened.").arg(label);
    case CodeProblem::ClosedBeforeOpened:
        return CodeWords::tr("Tag %1 is closed before it is opened.").arg(label);
    case CodeProblem::Crossed:
        return CodeWords::tr("The pair of tag %1 overlaps another pair.").arg(label);
    case CodeProblem::Doubled:
        return CodeWords::tr("Tag %1 stands here more often than in the source.").arg(label);
    case CodeProblem::Extra:
        return CodeWords::tr("Tag %1 is not in the source; it is kept.").arg(label);
    case CodeProblem::OutOfPlace:
        return CodeWords::tr("Tag %1 stands in another pair than in the source.").arg(label);
    case CodeProblem::Reordered:
        return CodeWords::tr("Tag %1 has changed its order; the file says that it must not.").arg(label);
    }
    return {};
}

QStringList codeProblems(const Segment &segment, qsizetype most)
{
    QStringList sentences;
    QStringList missing;
    const CodeLabels labels(segment.source.codes);
    for (const CodeFinding &finding : checkCodes(segment)) {
        if (finding.severity == CodeSeverity::Note)
            continue;
        const QString label = labels.onChip(finding.code);
        if (finding.problem == CodeProblem::Missing && finding.severity != CodeSeverity::Error) {
            if (!missing.contains(label))
                missing.append(label);
            continue;
        }
        const QString sentence = findingText(finding, labels);
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    if (missing.size() == 1)
        sentences.prepend(CodeWords::tr("Tag %1 is missing.").arg(missing.first()));
    else if (!missing.isEmpty())
        sentences.prepend(CodeWords::tr("Tags %1 are missing.").arg(missing.join(QStringLiteral(", "))));
    return sentences.first(qMin(most, sentences.size()));
}

QString codeToolTip(const InlineCode &code, const CodeLabels &labels, const QStringList &problems,
                    const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    QStringList lines; // below the content
    const auto add = [&lines](const QString &line, const QColor &colour) {
        lines.append(
            QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), line.toHtmlEscaped()));
    };
    const QString &type = code.type;
    const QString &data = code.data;
    const QString &display = code.display;
    QString text = QStringLiteral("<div style='white-space:pre-wrap'><b>%1</b>: %2")
                       .arg(CodeWords::tr("Tag %1").arg(labels.onChip(code)).toHtmlEscaped(),
                            kindText(code).toHtmlEscaped());
    if (!type.isEmpty() && !typeText(type).isEmpty())
        text += QStringLiteral(" · ") + typeText(type).toHtmlEscaped();
    const QString content = shortened(data.isEmpty() ? code.markup : data, longestContent);
    // In one line where it is short; a tooltip breaks lines early.
    const bool oneLine = content.size() <= longestLine && !content.contains(u'\n');
    text += QStringLiteral("<p style='margin:0;white-space:%1'><code>%2</code></p>")
                .arg(QLatin1String(oneLine ? "pre" : "pre-wrap"), content.toHtmlEscaped());
    if (!display.isEmpty() && display != code.id && display != content)
        add(shortened(display, longestContent), c.text);
    if (!code.canDelete)
        add(CodeWords::tr("Must not be left out"), c.quietText);
    if (!code.canReorder)
        add(CodeWords::tr("Must keep its order"), c.quietText);
    for (const QString &problem : problems)
        add(problem, c.draft);
    return text + lines.join(QStringLiteral("<br>")) + QStringLiteral("</div>");
}

QString chipToolTip(const Segment &segment, bool target, qsizetype chip, const QPalette &palette)
{
    const QList<InlineCode> &codes = target ? segment.target.codes : segment.source.codes;
    if (chip < 0 || chip >= codes.size())
        return {};
    const CodeLabels labels(segment.source.codes);
    QStringList problems;
    for (const CodeFinding &finding : checkCodes(segment)) {
        const qsizetype place = target ? finding.targetIndex : finding.sourceIndex;
        const bool concerns = target || finding.targetIndex < 0 || finding.problem == CodeProblem::Unclosed ||
                              finding.problem == CodeProblem::Unopened;
        if (place == chip && concerns && finding.severity != CodeSeverity::Note)
            problems.append(findingText(finding, labels));
    }
    return codeToolTip(codes[chip], labels, problems, palette);
}

} // namespace verbale::workbench
