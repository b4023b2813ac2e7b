-- One row per client and age (days since a device's first ticket) at which one of its devices failed: the mean cumulative function of its devices, to the end of the data.
-- device_count: devices watched that long; mean_failures: how often a device has failed on average by that age. A curve that bends upwards: they fail more and more often. DECISIONS.md, "Trend of a failure".
from computed.mean_failures
