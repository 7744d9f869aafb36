#include "glossary/engine/table_layout.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

struct Word
{
    const char *text; ///< UTF-8, in small letters; a whole word or several
    int field;
};

// A kind is looked for before a language: "English abbreviation" is no term. Longer phrases come first.
constexpr std::array kinds{
    Word{"valid from", ValidFrom},
    Word{"hiệu lực từ", ValidFrom},
    Word{"từ ngày", ValidFrom},
    Word{"valid to", ValidTo},
    Word{"valid until", ValidTo},
    Word{"hết hiệu lực", ValidTo},
    Word{"đến ngày", ValidTo},
    Word{"part of speech", Pos},
    Word{"word class", Pos},
    Word{"từ loại", Pos},
    Word{"loại từ", Pos},
    Word{"pos", Pos},
    Word{"not recommended", DeprecatedEn},
    Word{"deprecated", DeprecatedEn},
    Word{"không nên dùng", DeprecatedEn},
    Word{"forbidden", ForbiddenEn},
    Word{"do not use", ForbiddenEn},
    Word{"prohibited", ForbiddenEn},
    Word{"cấm dùng", ForbiddenEn},
    Word{"không dùng", ForbiddenEn},
    Word{"replacement", Replacement},
    Word{"use instead", Replacement},
    Word{"thay bằng", Replacement},
    Word{"thay thế", Replacement},
    Word{"reason", Reason},
    Word{"lý do", Reason},
    Word{"lí do", Reason},
    Word{"abbreviation", AbbreviationEn},
    Word{"abbreviations", AbbreviationEn},
    Word{"abbr", AbbreviationEn},
    Word{"acronym", AbbreviationEn},
    Word{"acronyms", AbbreviationEn},
    Word{"viết tắt", AbbreviationEn},
    Word{"tên tắt", AbbreviationEn},
    Word{"variant", EnVariants},
    Word{"variants", EnVariants},
    Word{"synonym", EnVariants},
    Word{"synonyms", EnVariants},
    Word{"biến thể", EnVariants},
    Word{"đồng nghĩa", EnVariants},
    Word{"tên khác", EnVariants},
    Word{"cách gọi khác", EnVariants},
    Word{"note", Note},
    Word{"notes", Note},
    Word{"comment", Note},
    Word{"comments", Note},
    Word{"remark", Note},
    Word{"remarks", Note},
    Word{"ghi chú", Note},
    Word{"chú thích", Note},
    Word{"chú giải", Note},
    Word{"definition", Note},
    Word{"định nghĩa", Note},
    Word{"description", Note},
    Word{"subject field", Domain},
    Word{"subject", Domain},
    Word{"domain", Domain},
    Word{"category", Domain},
    Word{"lĩnh vực", Domain},
    Word{"chuyên ngành", Domain},
    Word{"chủ đề", Domain},
    Word{"status", Status},
    Word{"trạng thái", Status},
    Word{"tình trạng", Status},
    Word{"authority", Authority},
    Word{"reference", Authority},
    Word{"source of term", Authority},
    Word{"nguồn tham khảo", Authority},
    Word{"nguồn tham chiếu", Authority},
    Word{"xuất xứ", Authority},
    Word{"căn cứ", Authority},
    Word{"entry id", Id},
    Word{"concept id", Id},
    Word{"id", Id},
    Word{"mã", Id},
};

constexpr std::array languages{
    Word{"vietnamese", Vi}, Word{"tiếng việt", Vi}, Word{"việt ngữ", Vi}, Word{"việt", Vi},
    Word{"vie", Vi},        Word{"vi", Vi},         Word{"vn", Vi},       Word{"english", En},
    Word{"tiếng anh", En},  Word{"anh ngữ", En},    Word{"anh", En},      Word{"eng", En},
    Word{"en", En},
};

// What may stand beside a language in the name of a column of terms.
constexpr std::array companions{"term",    "terms", "thuật ngữ", "từ",          "cụm từ",     "nghĩa", "tên",
                                "tên gọi", "name",  "text",      "official",    "chính thức", "gb",    "us",
                                "uk",      "the",   "language",  "source",      "target",     "nguồn", "đích",
                                "bản",     "dịch",  "sang",      "nghĩa tiếng", "tiếng",      "in",    "của"};

constexpr std::array firstNames{
    "source", "source term", "source text", "term",   "terms",           "nguồn",           "thuật ngữ",
    "từ",     "từ gốc",      "cụm từ",      "mục từ", "source language", "thuật ngữ nguồn", "ngôn ngữ nguồn"};
constexpr std::array secondNames{
    "target",      "target term",    "target text",     "translation",  "translations",
    "nghĩa",       "đích",           "bản dịch",        "dịch",         "equivalent",
    "tương đương", "thuật ngữ đích", "target language", "ngôn ngữ đích"};

/// Small letters, anything but letters, marks, digits and # as one space.
QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_C).toCaseFolded())
        plain += c.isLetterOrNumber() || c.isMark() || c == u'#' ? c : QChar(u' ');
    return plain.simplified();
}

bool holdsWord(const QString &padded, const char *word)
{
    return padded.contains(u' ' + QString::fromUtf8(word) + u' ');
}

/// Whether nothing but companions is left beside the language.
bool isTermOf(QString padded)
{
    for (const Word &language : languages)
        padded.replace(u' ' + QString::fromUtf8(language.text) + u' ', QStringLiteral("  "));
    for (const QStringView word : QStringView(padded).split(u' ', Qt::SkipEmptyParts)) {
        const bool known = std::any_of(companions.begin(), companions.end(), [word](const char *companion) {
            return word == QString::fromUtf8(companion) ||
                   QString::fromUtf8(companion).split(u' ').contains(word.toString());
        });
        if (!known)
            return false;
    }
    return true;
}

template <typename Names>
bool isAmong(const QString &plain, const Names &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&plain](const char *name) { return plain == QString::fromUtf8(name); });
}

} // namespace

int fieldNamed(const QString &name)
{
    for (std::size_t i = 0; i < tsvColumns.size(); ++i) {
        if (name.compare(QLatin1String(tsvColumns[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    const QString padded = u' ' + plainName(name) + u' ';
    const auto isHeld = [&padded](const Word &word) { return holdsWord(padded, word.text); };
    const auto language = std::find_if(languages.begin(), languages.end(), isHeld);
    const auto kind = std::find_if(kinds.begin(), kinds.end(), isHeld);
    if (kind != kinds.end()) {
        const bool isVietnamese = language != languages.end() && language->field == Vi;
        if (isVietnamese && kind->field == EnVariants)
            return ViVariants;
        if (isVietnamese && kind->field == AbbreviationEn)
            return AbbreviationVi;
        return kind->field;
    }
    return language != languages.end() && isTermOf(padded) ? language->field : -1;
}

LooseName looseName(const QString &name)
{
    const QString plain = plainName(name);
    if (isAmong(plain, firstNames))
        return LooseName::First;
    return isAmong(plain, secondNames) ? LooseName::Second : LooseName::None;
}

} // namespace verbale::glossary
