#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

/// What a line of a saved page is to the article.
enum class LineRole { Title, Lead, Heading, Body, Caption, Dropped };

/// Why a line (or a part of one) is not in the article.
enum class DropReason {
    None,
    Menu,
    DateLine,
    Byline,
    RelatedLink,
    RepeatedLine,
    ImageName,
    Source,
    OtherStory,
    Footer
};

/// A line of the text, or a part of one, without the white space around it.
struct ArticlePiece
{
    Span span;          ///< UTF-16 code units of the whole text
    qsizetype line = 0; ///< 1-based
    LineRole role = LineRole::Body;
    DropReason reason = DropReason::None; ///< set when role is Dropped
    /// The file is hard-wrapped here: this line's paragraph goes on in the next piece, which has the same
    /// role. Join the pieces with a space before looking for sentences. Set where the next line's first word
    /// would not have fitted into the width to which the file was wrapped (see wrapped_lines.h).
    bool continues = false;
    QString language = {}; ///< of a kept paragraph, where it is certain (see language.h); else empty
};

/// Finds the article in the noise of a saved web page: title, lead, headings, body and captions are kept;
/// menus, date lines, related links, repeated lines, image names and other stories are marked Dropped with
/// the reason. Every character of the text that is seen (no white space, byte order mark, zero width space)
/// is in exactly one piece, in order: nothing is lost silently. A text without the signs of a saved page
/// comes back whole. Linear; thread-safe. The rules and why they are as they are:
/// docs/adr/0004-finding-the-article.md.
QList<ArticlePiece> findArticle(QStringView text);

/// Every non-blank line as one piece with the role Body, nothing dropped.
QList<ArticlePiece> wholeFile(QStringView text);

/// Stable names for output: "title", "body" ...; "menu", "related-link" ...
QString roleName(LineRole role);
QString dropReasonName(DropReason reason);

} // namespace verbale::text
