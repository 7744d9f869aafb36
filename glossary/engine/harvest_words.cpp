#include "glossary/engine/harvest_words.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary::harvest {

namespace {

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromUtf8(words).split(u' ');
    return {list.begin(), list.end()};
}

bool isWordPart(const QString &text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isLetterOrNumber() || c.isMark())
        return true;
    const bool inside = c == u'-' || c == u'/' || c == u'\'' || c == QChar(0x2019) || c == u'&' || c == u'.';
    if (!inside || i == 0 || i + 1 >= text.size())
        return false;
    if ((c == u'\'' || c == QChar(0x2019)) && text[i - 1] == u's' && text[i + 1].isSpace())
        return true; // "Ministers' Meeting"
    const bool between = text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber();
    return c == u'.' ? between && text[i - 1].isUpper() && text[i + 1].isUpper() : between;
}

Word wordOf(const QString &text, qsizetype start, qsizetype end)
{
    Word word{{start, end}};
    qsizetype capitals = 0;
    bool small = false;
    for (qsizetype i = start; i < end; ++i) {
        capitals += text[i].isUpper() ? 1 : 0;
        small = small || text[i].isLower();
    }
    word.capital = text[start].isUpper();
    word.acronym = capitals >= 2 && !small;
    return word;
}

} // namespace

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!text[i].isLetterOrNumber()) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && isWordPart(text, end))
            ++end;
        words.push_back(wordOf(text, i, end));
        if (words.size() > 1) {
            const qsizetype before = words[words.size() - 2].span.end;
            words.back().joined = QStringView(text).sliced(before, i - before).trimmed().isEmpty() &&
                                  i - before <= 2 && !text.mid(before, i - before).contains(u'\n');
        }
        i = end;
    }
    return words;
}

bool isStopWord(const QString &word)
{
    static const QSet<QString> words =
        setOf("của và với là tại ở trong các những đã sẽ được cho từ đến về có này khi như để do theo trên "
              "sau trước cùng "
              "ông bà nói biết rằng thì mà hay hoặc nhưng không cũng đang vào ra lên xuống qua giữa một hai "
              "ba mỗi mọi "
              "thăm gặp tiếp dự nhấn khẳng bày phát chủ ký trao đưa làm nêu đánh đề cảm chúc mừng bởi vì nếu "
              "nên phải cần "
              "rất còn chỉ đó đây ấy nào gì ai sự việc ngày tháng năm tới lần thứ nhằm gồm thuộc đối bằng "
              "lại hơn nhất nhân "
              "tham nhận thông mong tin hiện vừa luôn bị dù tuy song cả so đều sang cách");
    return words.contains(word.toCaseFolded());
}

bool isLinkWord(const QString &word)
{
    static const QSet<QString> words = setOf("và các về của đối với vì");
    return words.contains(word.toCaseFolded());
}

QList<Bracket> bracketsOf(const QString &text)
{
    static const QRegularExpression bracket(QStringLiteral("\\(([^()\\n]{2,120})\\)"));
    static const QRegularExpression acronym(QStringLiteral("^[\\p{Lu}Đ][\\p{Lu}\\p{N}&/.+-]{1,14}$"));
    static const QRegularExpression cut(QStringLiteral("\\s+[-–—]\\s+|\\s*[,;:]\\s+|\\s+hay\\s+|\\s+or\\s+"));
    static const QRegularExpression lead(
        QStringLiteral("^(viết tắt là|viết tắt|gọi tắt là|gọi tắt|tên viết tắt|tiếng Anh là|tiếng Anh)\\s*"));
    QList<Bracket> found;
    for (auto matches = bracket.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        Bracket read{{match.capturedStart(), match.capturedEnd()}, {}};
        for (QString part : match.captured(1).trimmed().split(cut, Qt::SkipEmptyParts)) {
            part = part.trimmed().remove(lead);
            const bool isName = part.contains(u' ') && !part.isEmpty() && part[0].isUpper() &&
                                std::all_of(part.begin(), part.end(),
                                            [](QChar c) { return c.unicode() < 0x80 || c == QChar(0x2019); });
            if (read.acronym.isEmpty() && acronym.match(part).hasMatch())
                read.acronym = part;
            else if (read.english.isEmpty() && isName)
                read.english = part;
        }
        if (!read.acronym.isEmpty() || read.english.contains(u' '))
            found.append(read);
    }
    return found;
}

bool isAcronymOf(const QString &acronym, const QString &name)
{
    QString initials;
    QString capitals;
    for (const QString &word :
         name.split(QRegularExpression(QStringLiteral("[\\s-]+")), Qt::SkipEmptyParts)) {
        if (!word[0].isLetterOrNumber())
            continue;
        initials += word[0].toUpper();
        // A name that is an acronym itself gives all of its letters or its first alone.
        if (word[0].isUpper())
            capitals += word[0];
    }
    QString wanted = acronym.toUpper();
    wanted.remove(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]")));
    if (wanted.size() < 2 || capitals.isEmpty())
        return false;
    if (capitals == wanted || initials == wanted)
        return true;
    // "APSC" for "ASEAN Political-Security Community", "AICHR" with a small "on": capitals with letters left
    // out.
    qsizetype at = 0;
    for (const QChar c : capitals) {
        if (at < wanted.size() && c == wanted[at])
            ++at;
    }
    return at == wanted.size() && capitals.size() - wanted.size() <= 1;
}

QString asciiLetters(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.isMark())
            continue;
        letters += c == QChar(0x111) ? QChar(u'd') : c == QChar(0x110) ? QChar(u'D') : c;
    }
    return letters;
}

bool isVietnamesePerson(const QString &name)
{
    static const QSet<QString> surnames =
        setOf("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lương "
              "tạ cao mai hà tô chu");
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    return words.size() >= 3 && words.size() <= 4 && surnames.contains(words[0].toCaseFolded()) &&
           std::all_of(words.begin(), words.end(), [](const QString &word) {
               return word.size() <= 7 && word[0].isUpper() &&
                      std::all_of(word.begin() + 1, word.end(), [](QChar c) { return c.isLower(); });
           });
}

} // namespace verbale::glossary::harvest
