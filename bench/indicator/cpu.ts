/** Seconds of CPU this process, its threads included, uses from now until it is asked for. */
export function cpuSeconds(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
}
