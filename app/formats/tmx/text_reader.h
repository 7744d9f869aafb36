#pragma once

#include "document/inline_text.h"
#include "xml/stream.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <functional>

namespace verbale::tmx {

/// Builds the text of a <seg> from what a streaming parse tells. begin() and end() are for the elements in
/// it.
class TextReader
{
public:
    using Warn = std::function<void(const QString &)>;

    void start(InlineText &text, Warn warn);
    void begin(const xml::StreamTag &tag);
    void end(const char *name);
    void add(QByteArrayView utf8) { m_inCode > 0 ? addToCode(utf8) : void(m_text += utf8); }
    void finish() { flush(); } ///< at the end of the seg

private:
    void beginCode(const xml::StreamTag &tag);
    void beginSpan(const xml::StreamTag &tag, bool known);
    void endSpan(const char *name);
    void addToCode(QByteArrayView utf8);
    void appendCode(InlineCode code);
    void flush();

    InlineText *m_target = nullptr;
    Warn m_warn;
    QByteArray m_text;   ///< UTF-8 that has not been taken yet
    QByteArray m_markup; ///< of the code that is open
    QByteArray m_data;
    InlineCode m_code;
    int m_inCode = 0;       ///< open elements in a code, itself included
    bool m_tagOpen = false; ///< the last tag of m_markup has no ">" yet
    QList<QString> m_spans; ///< ids of open hi and foreign elements
    bool m_spanJustBegun = false;
};

} // namespace verbale::tmx
