#pragma once

#include "glossary/engine/house_style.h"

#include <verbale/sdk/result.h>

#include <QtCore/QDateTime>

#include <memory>

namespace verbale::alignment {

/// Reads house styles when they are asked for, and again only when the file has another size or time. Used by
/// one thread at a time.
class StyleShelf
{
public:
    struct Shelved
    {
        std::shared_ptr<const glossary::HouseStyle> style;
        QStringList warnings; ///< rows that were left out
    };

    /// `profile`: a file, or a shipped style's name; empty: the default.
    Result<Shelved> take(const QString &profile);
    /// The last one taken, or the default.
    [[nodiscard]] std::shared_ptr<const glossary::HouseStyle> last();

private:
    QString m_profile;
    qint64 m_size = -1;
    QDateTime m_modified;
    Shelved m_shelved;
};

} // namespace verbale::alignment
