#pragma once

#include "plugins/machine-translation/judge/tag_codec.h"

namespace verbale::mt {

/// What a judge has to know of a text beside its answer.
struct JudgedSource
{
    MarkedText marked;   ///< what was encoded
    EncodedText encoded; ///< what was sent
    QString sourceLanguage = QStringLiteral("vi");
    QString targetLanguage = QStringLiteral("en");
};

/// Something that is wrong with an answer.
struct Objection
{
    QString code;     ///< "mt.echo", "mt.figures" ...
    QString sentence; ///< for the translator, begins small: "its figures differ: 12 is missing"
};

/// An answer that was looked at. With a fatal objection nothing is shown but the objection; else the text is
/// shown with what is to be looked at.
struct Judgement
{
    DecodedText decoded;         ///< usable() only
    QList<Objection> fatal;      ///< no translation: not to be used
    QList<Objection> suspicious; ///< perhaps a good one: shown with a mark

    [[nodiscard]] bool usable() const { return fatal.isEmpty(); }
};

/// The rules. Fatal, in this order: empty; characters that no file may hold (lone surrogates, controls, the
/// sign for lost ones); cut short by the service's own word; an error's text or a web page in the place of a
/// translation; JSON or a code fence around it; codes that do not come back as they went (tag_codec.h); the
/// source echoed, names aside; surely in another language than the target's. Suspicious: figures that differ
/// (Vietnamese and English alone), numbers of documents that are missing, a third of the source's length or
/// four times it, entities escaped twice, markup as text, "*", "@" and "#" of words that Apertium does not
/// know, a pair of codes that lost its words. Never fails; pure, thread-safe.
Judgement judge(const JudgedSource &source, const ItemAnswer &answer, TagNotation notation);

} // namespace verbale::mt
