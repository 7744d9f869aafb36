#pragma once

#include "text/encodings.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace verbale::text {

enum class BadBytes { Stop, Replace };

/// What a decoder made of the bytes: everything, or what stands before the byte that stopped it.
struct PartlyDecoded
{
    QString text;
    qsizetype failedAt = -1; ///< the byte that stopped it; -1 when nothing did
    QString problem;         ///< what is wrong there: "byte 0xFF is ..."
    qsizetype replaced = 0;  ///< bytes that became U+FFFD, with BadBytes::Replace
};

PartlyDecoded decodeUtf8(QByteArrayView bytes, BadBytes badBytes = BadBytes::Stop);
PartlyDecoded decodeUtf16(QByteArrayView bytes, bool littleEndian, BadBytes badBytes = BadBytes::Stop);

/// TCVN3, VNI, VPS, VISCII, windows-1258 and windows-1252; the first five give composed letters (NFC).
PartlyDecoded decodeBytes(QByteArrayView bytes, Encoding encoding, BadBytes badBytes = BadBytes::Stop);

/// 0xAB as "AB", with leading zeros.
QString hex(unsigned value, int digits);

} // namespace verbale::text
