#include "text/language.h"

#include "text/syllable_shape.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

constexpr qsizetype enough = 20'000;

enum Tongue { Vietnamese, English, French, Indonesian, tongues };

using WordFlags = std::unordered_map<std::u16string_view, unsigned>;

void addWords(WordFlags &flags, Tongue tongue, std::u16string_view list)
{
    while (!list.empty()) {
        const size_t end = std::min(list.find(u' '), list.size());
        flags[list.substr(0, end)] |= 1U << tongue;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

/// Function words and the commonest others. Those without marks that two languages share are left out where
/// one of the two has the word much oftener.
const WordFlags &functionWords()
{
    static const WordFlags words = [] {
        WordFlags flags;
        addWords(
            flags, English,
            u"the of and in that for with on by is was are were at from as be has have had will would its "
            u"this "
            u"which their an or not it he she also between during been these those they his her who whose "
            u"but "
            u"all more other after before into than there between among through about while when where how "
            u"what "
            u"our we you your said says new two three first under over may can could should must being both "
            u"such "
            u"according including within upon towards against its said each any many most only very further "
            u"meeting minister ministers cooperation countries country people government international");
        addWords(
            flags, Vietnamese,
            u"cua va cac trong duoc voi cho nguoi nhung da khong nay nam nuoc viet hoi nghi hop tac quoc "
            u"ngoai "
            u"giao bo truong chinh phu tai ngay thu tuong la mot den nhieu ve cung theo khi sau tren con se "
            u"phat "
            u"bien hai ben dong nhan dan tich cuc tang cuong quan he thuc day khu vuc vuc hien viec gia "
            u"của và các trong được với cho người những đã không này năm nước việt là một có đến nhiều về "
            u"cùng "
            u"theo khi sau trên còn sẽ tại ngày hai bên từ đó như để ra vào thì mà bị do nên hay hoặc nhân "
            u"cũng đang rất việc trước giữa tới qua lại");
        addWords(
            flags, French,
            u"le la les de des du et en un une dans pour par sur avec est sont que qui au aux ce cette ces "
            u"il elle "
            u"ils elles ne pas plus leur leurs nous vous été être à où ses son sa entre ainsi afin lors");
        addWords(flags, Indonesian,
                 u"yang dan di untuk dengan dari ini itu pada adalah akan dalam tidak oleh ke sebagai juga "
                 u"telah dapat "
                 u"atau para karena bagi antara serta kepada tersebut menjadi negara kerja sama menteri");
        return flags;
    }();
    return words;
}

/// Letters and marks that Vietnamese has and the other languages of this program do not.
bool isVietnameseLetter(char16_t c)
{
    return (c >= 0x1EA0 && c <= 0x1EF9) || c == u'ă' || c == u'đ' || c == u'ơ' || c == u'ư' || c == u'ĩ' ||
           c == u'ũ' || c == 0x0309 || c == 0x0323 || c == 0x031B || c == 0x0306;
}

/// An ending of English (and often French) words of some length.
bool hasEnglishEnding(std::u16string_view word)
{
    static constexpr std::array<std::u16string_view, 16> endings = {
        u"tion", u"tions", u"sion", u"ment", u"ments", u"ness", u"ity", u"ies",
        u"ing",  u"ings",  u"ship", u"ally", u"ence",  u"ance", u"ers", u"ed"};
    return word.size() >= 6 &&
           std::any_of(endings.begin(), endings.end(), [word](std::u16string_view ending) {
               return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
           });
}

struct Letters
{
    QHash<QString, int> other; ///< by the language of their script
    int latin = 0;
};

QString scriptLanguage(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
        return u"zh"_s;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return u"ja"_s;
    case QChar::Script_Hangul:
        return u"ko"_s;
    case QChar::Script_Thai:
        return u"th"_s;
    case QChar::Script_Lao:
        return u"lo"_s;
    case QChar::Script_Khmer:
        return u"km"_s;
    case QChar::Script_Cyrillic:
        return u"ru"_s;
    case QChar::Script_Latin:
    case QChar::Script_Common:
    case QChar::Script_Inherited:
        return {};
    default:
        return u"und"_s;
    }
}

Letters countLetters(QStringView text)
{
    Letters letters;
    for (const QChar c : text) {
        if (!c.isLetter())
            continue;
        const QString language = c.unicode() < 0x370 ? QString() : scriptLanguage(c);
        if (language.isEmpty())
            ++letters.latin;
        else
            ++letters.other[language];
    }
    return letters;
}

/// The language of most letters that are not Latin. Kana beside Han is Japanese.
DetectedLanguage byScript(const Letters &letters)
{
    QString most;
    int count = 0;
    int all = letters.latin;
    for (auto it = letters.other.cbegin(); it != letters.other.cend(); ++it) {
        all += it.value();
        if (it.value() > count || (it.value() == count && it.key() < most)) {
            most = it.key();
            count = it.value();
        }
    }
    const int kana = letters.other.value(u"ja"_s);
    if (most == u"zh" && kana * 10 >= count)
        most = u"ja"_s;
    const double share = static_cast<double>(all - letters.latin) / all;
    return {most, most == u"und" ? 0.5 : share};
}

/// What the words of a text in Latin letters say.
struct Evidence
{
    int words = 0;
    int marked = 0; ///< with a Vietnamese letter
    int shaped = 0; ///< built like a syllable
    int ended = 0;  ///< with an ending of English
    std::array<int, tongues> function{};
};

class WordReader
{
public:
    void read(QStringView text)
    {
        for (const QChar c : text) {
            if (c.isLetter() || c.isMark()) {
                add(c);
                continue;
            }
            finish();
        }
        finish();
    }

    [[nodiscard]] const Evidence &evidence() const { return m_evidence; }

private:
    void add(QChar c) { m_word += c.toLower().unicode(); }

    void finish()
    {
        if (m_word.empty())
            return;
        ++m_evidence.words;
        const bool marked = std::any_of(m_word.begin(), m_word.end(), isVietnameseLetter);
        m_evidence.marked += marked ? 1 : 0;
        m_evidence.shaped += marked || isSyllableShaped(m_word) ? 1 : 0;
        m_evidence.ended += hasEnglishEnding(m_word) ? 1 : 0;
        if (const auto found = functionWords().find(m_word); found != functionWords().end()) {
            for (size_t tongue = 0; tongue < tongues; ++tongue)
                m_evidence.function[tongue] += (found->second >> tongue) & 1U ? 1 : 0;
        }
        m_word.clear();
    }

    std::u16string m_word;
    Evidence m_evidence;
};

double grown(double share, double full, int words)
{
    const double sure = std::min(1.0, share / full);
    return sure * std::min(1.0, 0.55 + 0.075 * words); // a word or two never decide
}

DetectedLanguage byWords(const Evidence &evidence)
{
    const double words = std::max(1, evidence.words);
    const double marked = evidence.marked / words;
    const double shaped = evidence.shaped / words;
    std::array<double, tongues> share{};
    for (size_t tongue = 0; tongue < tongues; ++tongue)
        share[tongue] = evidence.function[tongue] / words;
    const double english = share[English] + 0.5 * evidence.ended / words;
    // Foreign names and terms do not make a Vietnamese text English, nor Vietnamese names the other way.
    if (marked >= 0.3 || (marked > 0 && marked * 2 >= english && shaped >= 0.5) ||
        (marked >= 0.15 && share[Vietnamese] > english))
        return {u"vi"_s, grown(marked + share[Vietnamese] * 0.5, 0.35, evidence.words)};
    if (evidence.words < 2)
        return {};
    if (shaped >= 0.8 && share[Vietnamese] > share[English] && share[Vietnamese] >= share[Indonesian])
        return {u"vi"_s, grown(share[Vietnamese] + (shaped - 0.6) * 0.5, 0.35, evidence.words)};
    const std::array<double, tongues> score = {0, english, share[French], share[Indonesian]};
    const size_t best = static_cast<size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    static const std::array<QString, tongues> tags = {u"vi"_s, u"en"_s, u"fr"_s, u"id"_s};
    // A language with marks of its own and Vietnamese words among them is not told apart.
    if (best == Vietnamese || share[best] == 0 || score[best] < 0.12)
        return {u"und"_s, 0.3};
    double second = marked;
    for (size_t tongue = 0; tongue < tongues; ++tongue)
        second = tongue == best ? second : std::max(second, share[tongue]);
    const double lead = std::clamp((score[best] - second) / score[best], 0.0, 1.0);
    const bool once = evidence.function[best] + (best == English ? evidence.ended : 0) < 2; // may be a name
    return {tags[best], grown(score[best], 0.25, evidence.words) * (0.4 + 0.6 * lead) * (once ? 0.6 : 1)};
}

} // namespace

DetectedLanguage detectLanguage(QStringView text)
{
    const QString composed = text.left(enough).toString().normalized(QString::NormalizationForm_C);
    const Letters letters = countLetters(composed);
    int other = 0;
    for (const int count : letters.other)
        other += count;
    if (other == 0 && letters.latin == 0)
        return {};
    if (other * 2 > letters.latin)
        return byScript(letters);
    WordReader reader;
    reader.read(composed);
    return byWords(reader.evidence());
}

QString languageName(const QString &tag)
{
    static const QHash<QString, QString> names = {
        {u"vi"_s, u"Vietnamese"_s}, {u"en"_s, u"English"_s},
        {u"fr"_s, u"French"_s},     {u"id"_s, u"Indonesian or Malay"_s},
        {u"zh"_s, u"Chinese"_s},    {u"ja"_s, u"Japanese"_s},
        {u"ko"_s, u"Korean"_s},     {u"th"_s, u"Thai"_s},
        {u"lo"_s, u"Lao"_s},        {u"km"_s, u"Khmer"_s},
        {u"ru"_s, u"Russian"_s}};
    return names.value(tag, tag);
}

} // namespace verbale::text
