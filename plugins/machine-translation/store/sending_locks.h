#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

namespace verbale::mt {

/// Which texts are being sent at this moment, by whichever program: a lock for each on one byte of a file.
/// The system lets go of it when its owner ends, however that comes about. Nothing is ever written. Where the
/// system has no such locks, every text can be had. One thread at a time.
class SendingLocks
{
public:
    /// Errors: "mt.store-no-permission".
    static Result<std::unique_ptr<SendingLocks>> open(const QString &path);
    ~SendingLocks(); ///< lets go of all
    SendingLocks(const SendingLocks &) = delete;
    SendingLocks &operator=(const SendingLocks &) = delete;

    /// False: somebody else has it. To have it twice is to have it once.
    [[nodiscard]] bool take(const QByteArray &key);
    void release(const QByteArray &key);
    [[nodiscard]] bool isElsewhere(const QByteArray &key) const;

private:
    explicit SendingLocks(int file) : m_file(file) {}

    const int m_file;
};

} // namespace verbale::mt
