#include "plugins/machine-translation/transport/answer_reader.h"

namespace verbale::mt {

bool AnswerReader::takeHeader(QByteArrayView line)
{
    m_begun = true;
    m_receivedBytes += line.size();
    if (m_bodyBegun)
        return true; // Trailers: nothing that any service needs stands there.
    m_headerBytes += line.size();
    if (m_headerBytes > mostHeaderBytes || m_headers.size() >= mostHeaders) {
        m_limit = Limit::HeadersTooLarge;
        return false;
    }
    if (line.startsWith("HTTP/")) {
        m_headers.clear();
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        m_headers.append(
            {line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool AnswerReader::takeBody(QByteArrayView bytes)
{
    m_begun = true;
    m_bodyBegun = true;
    m_receivedBytes += bytes.size();
    if (m_body.size() + bytes.size() > m_mostBodyBytes) {
        m_limit = Limit::BodyTooLarge;
        m_body.clear();
        return false;
    }
    m_body.append(bytes);
    return true;
}

bool nestsDeeperThan(QByteArrayView json, int depth)
{
    int open = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++open > depth)
                return true;
        } else if (c == '}' || c == ']') {
            --open;
        }
    }
    return false;
}

} // namespace verbale::mt
