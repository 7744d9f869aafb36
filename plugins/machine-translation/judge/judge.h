#pragma once

#include "plugins/machine-translation/judge/tag_codec.h"

#include <verbale/sdk/term.h>

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

/// The rules, in this order: the tags and placeholders (fatal); empty, cut short by the service's own word,
/// lone surrogates and control characters, an error's text or a web page in the place of a translation, JSON
/// or a code fence around it (fatal); the source echoed, another language than the target's, cut off or much
/// too long, figures that differ, "*" and "@" of words that Apertium does not know, entities that were
/// escaped twice (fatal for echo and language, else suspicious). Pure; thread-safe.
Judgement judge(const JudgedSource &source, const ItemAnswer &answer, TagNotation notation);

} // namespace verbale::mt
